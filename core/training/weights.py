"""The weights as they ship: small integers in plain tables, and the score they give."""

import csv
import math

UNIT = 40  # a score of 40 is one unit of log odds
SHARE = 3 << 12  # three words' worth, in 4096ths: see `share`
MOST = 127

KINDS = ("word", "pair", "letters")


def share(words):
    """How much one word counts, in 4096ths: long messages are read by their tone, not by their length."""
    return math.isqrt(SHARE * SHARE // (words + 9))


class Weights:
    """`of[feature]` is a pair of integers: heat, line."""

    def __init__(self, of, scales):
        self.of, self.scales = of, scales

    def score(self, found, words):
        """The two scores of a message: features as `features.of` counts them."""
        if not words:
            return (-(2**31), -(2**31))
        texts, rules = [0, 0], [0, 0]
        for (kind, name), value in found.items():
            pair = self.of.get((kind, name))
            if not pair:
                continue
            for axis in (0, 1):
                if kind in KINDS:
                    texts[axis] += pair[axis] * value
                elif kind == "signal":
                    rules[axis] += truncated(pair[axis] * max(-400, min(value, 600)), 200)
                elif (kind, name) == ("rule", "near_the_line"):
                    rules[axis] += truncated(pair[axis] * min(value, 900), 450)
                else:
                    rules[axis] += pair[axis]
        return tuple(truncated(text * share(words), 4096) + rule for text, rule in zip(texts, rules))

    def milli(self, axis, score):
        """Maps a score to thousandths by straight lines between the knots."""
        knots = self.scales[axis]
        for (low, from_), (high, to) in zip(knots, knots[1:]):
            if score < high:
                if score <= low:
                    return from_
                return from_ + (to - from_) * (score - low) // (high - low)
        return knots[-1][1]


def truncated(product, by):
    """Division as the processor does it: towards zero."""
    return -(-product // by) if product < 0 else product // by


def write(weights, folder):
    """Writes the three tables, in an order that makes a diff readable."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = sorted((key for key in weights.of if key[0] in KINDS), key=lambda key: (KINDS.index(key[0]), key[1]))
    rules = sorted(key for key in weights.of if key[0] not in KINDS)
    with open(folder / "features.tsv", "w", encoding="utf8", newline="\n") as out:
        out.write("# Written by training/train.py: do not edit; change the messages or the prior and train again.\n")
        out.write("kind\tfeature\theat\tline\n")
        for kind, name in texts:
            out.write("\t".join([kind, name, *map(str, weights.of[kind, name])]) + "\n")
    with open(folder / "rules.tsv", "w", encoding="utf8", newline="\n") as out:
        out.write("# Written by training/train.py: what the rules' own findings weigh.\n")
        out.write("kind\tname\theat\tline\n")
        for kind, name in rules:
            out.write("\t".join([kind, name, *map(str, weights.of[kind, name])]) + "\n")
    with open(folder / "scales.tsv", "w", encoding="utf8", newline="\n") as out:
        out.write("# Written by training/train.py: scores and the thousandths they mean, straight lines between.\n")
        out.write("axis\tscore\tmilli\n")
        for axis, name in enumerate(("heat", "line")):
            for score, milli in weights.scales[axis]:
                out.write(f"{name}\t{score}\t{milli}\n")


def read(folder):
    """Reads the three tables back."""
    of = {}
    for name, column in (("features.tsv", "feature"), ("rules.tsv", "name")):
        for cells in rows(folder / name):
            of[cells["kind"], cells[column]] = (int(cells["heat"]), int(cells["line"]))
    scales = ([], [])
    for cells in rows(folder / "scales.tsv"):
        scales[("heat", "line").index(cells["axis"])].append((int(cells["score"]), int(cells["milli"])))
    return Weights(of, scales)


def rows(table):
    with open(table, encoding="utf8", newline="") as lines:
        told = (line for line in lines if not line.startswith("#"))
        yield from csv.DictReader(told, delimiter="\t", quoting=csv.QUOTE_NONE)


# The model does not look at these: see `may_speak` in `core/src/classify/model.rs`.
SILENT = ("identity", "insult_noun", "insult_adjective", "slur", "swear", "thanks_word", "courtesy")


def read_prior(folder, classes):
    """Returns {(kind, phrase): (heat, line)} of what we know of words before any training."""
    prior = {}
    silent = set()
    for name in SILENT:
        lines = (classes / f"{name}.tsv").read_text(encoding="utf8").splitlines()
        silent.update(line.split("\t")[0] for line in lines if not line.startswith("#") and " " not in line.split("\t")[0])
    for name in ("prior-words.tsv", "prior-pairs.tsv"):
        if not (folder / name).exists():
            continue
        with open(folder / name, encoding="utf8", newline="") as lines:
            for cells in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                words = cells["phrase"].split()
                if len(words) in (1, 2) and not silent & set(words):
                    kind = "pair" if len(words) == 2 else "word"
                    prior[kind, " ".join(words)] = (int(cells["heat"]), int(cells["line"]))
    return prior
