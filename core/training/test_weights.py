"""The weights as they ship, and the score they give. `python3 -m unittest discover -s core/training`."""

import pathlib
import tempfile
import unittest

import weights

WEIGHTS = weights.Weights(
    {
        ("word", "late"): (40, -8), ("word", "#"): (1, 0), ("pair", "so late"): (20, 0), ("letters", "ate"): (-4, 2),
        ("signal", "shouting"): (30, 5), ("flag", "delay"): (7, -3), ("rule", "near_the_line"): (9, 50),
        ("rule", "severe"): (0, 100), ("length", "2"): (-11, -5),
    },
    ([(-10, 0), (0, 200), (40, 450)], [(0, 2), (100, 1000)]),
)


class Score(unittest.TestCase):
    def test_a_word_of_many_counts_less(self):
        # The root of 9 / (words + 9), in 4096ths.
        for words, expected in [(0, 4096 * 3 // 3), (7, 4096 * 3 // 4), (27, 4096 * 3 // 6)]:
            self.assertEqual(weights.share(words), expected, words)

    def test_division_goes_towards_zero(self):
        rows = [(7, 2, 3), (-7, 2, -3), (6, 2, 3), (-6, 2, -3), (0, 5, 0), (-1, 4096, 0)]
        for product, by, expected in rows:
            self.assertEqual(weights.truncated(product, by), expected, (product, by))

    def test_texts_shrink_with_length_and_rules_do_not(self):
        rows = [
            # Seven words: three quarters of (2 * 40 + 20 - 4, 2 * -8 + 2).
            ({("word", "late"): 2, ("pair", "so late"): 1, ("letters", "ate"): 1}, 7, (72, -10)),
            ({("word", "unknown"): 9, ("flag", "delay"): 1, ("length", "2"): 1}, 7, (-4, -8)),
            # Signals count by 200, and from -400 to 600.
            ({("signal", "shouting"): 100}, 7, (15, 2)),
            ({("signal", "shouting"): 9999}, 7, (90, 15)),
            ({("signal", "shouting"): -9999}, 7, (-60, -10)),
            # Nearness to the line counts by 450, up to 900.
            ({("rule", "near_the_line"): 450, ("rule", "severe"): 1}, 7, (9, 150)),
            ({("rule", "near_the_line"): 1000}, 7, (18, 100)),
        ]
        for found, words, expected in rows:
            self.assertEqual(WEIGHTS.score(found, words), expected, found)

    def test_a_scale_rises_in_straight_lines_and_stays_inside(self):
        for score, milli in [(-99, 0), (-10, 0), (-5, 100), (0, 200), (20, 325), (40, 450), (999, 450)]:
            self.assertEqual(WEIGHTS.milli(0, score), milli, score)
        self.assertEqual(WEIGHTS.milli(1, 50), 501)


class Tables(unittest.TestCase):
    def test_what_was_written_is_read(self):
        with tempfile.TemporaryDirectory() as folder:
            weights.write(WEIGHTS, pathlib.Path(folder))
            read = weights.read(pathlib.Path(folder))
        self.assertEqual(read.of, WEIGHTS.of)
        self.assertEqual(list(read.scales), list(WEIGHTS.scales))


if __name__ == "__main__":
    unittest.main()
