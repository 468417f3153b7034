"""What the model sees of a message. `python3 -m unittest discover -s core/training`."""

import unittest

import features


def seen(words=(), signals=None, flags=(), line=0, severe=False):
    return {"words": list(words), "signals": signals or {}, "flags": list(flags), "line": line, "severe": severe}


def of_kind(kind, found):
    return {name: value for (of, name), value in found.items() if of == kind}


class Features(unittest.TestCase):
    def test_letters_are_cut_with_their_ends(self):
        rows = [("not", ["^no", "not", "ot$"]), ("i", ["^i$"]), ("", [])]
        for word, expected in rows:
            self.assertEqual(features.stretches(word), expected, word)

    def test_pairs_stop_at_sentences_and_at_words_not_looked_at(self):
        rows = [
            (["so", "late", "so", "late"], {"so late": 2, "late so": 1}, 4),
            (["too", "late", "", "bye"], {"too late": 1}, 3),
            (["you", "*", "thing"], {}, 3),
            (["", "hello"], {}, 1),
        ]
        for words, pairs, count in rows:
            found, counted = features.of(seen(words))
            self.assertEqual((of_kind("pair", found), counted), (pairs, count), words)

    def test_every_number_is_one_word_without_letters(self):
        found, count = features.of(seen(["4471", "2nd", "day"]))
        self.assertEqual(of_kind("word", found), {"0": 2, "day": 1})
        self.assertEqual(of_kind("pair", found), {"0 0": 1, "0 day": 1})
        self.assertEqual(of_kind("letters", found), {"^da": 1, "day": 1, "ay$": 1})
        self.assertEqual(count, 3)

    def test_letters_are_of_plain_words_only(self):
        found, _ = features.of(seen(["\u00e9t", "\U0001f621"]))
        self.assertEqual(of_kind("letters", found), {})
        self.assertEqual(len(of_kind("word", found)), 2)

    def test_needs_are_not_seen(self):
        found, _ = features.of(seen(["hi"], flags=["delay", "bereavement", "minor"]))
        self.assertEqual(of_kind("flag", found), {"delay": 1})

    def test_the_rules_verdict_is_seen_in_steps(self):
        rows = [
            (99, False, {}),
            (100, False, {"near_the_line": 100}),
            (500, False, {"near_the_line": 500, "crosses": 1}),
            (0, True, {"severe": 1}),
        ]
        for line, severe, expected in rows:
            found, _ = features.of(seen(["hi"], line=line, severe=severe))
            self.assertEqual(of_kind("rule", found), expected, line)

    def test_length_goes_by_doublings(self):
        for words, expected in [(0, "0"), (1, "1"), (3, "2"), (4, "3"), (127, "7"), (128, "8"), (999, "8")]:
            found, _ = features.of(seen(["a"] * words))
            self.assertEqual(of_kind("length", found), {expected: 1}, words)


if __name__ == "__main__":
    unittest.main()
