"""Fits one set of weights on many tasks: a logistic regression in which each task has an intercept of its own."""

import collections

import numpy
import scipy.sparse
from sklearn.linear_model import LogisticRegression

from weights import KINDS, MOST, UNIT, Weights, share

FEWEST = 3  # a feature must stand in this many messages
LETTERS_COUNT = 0.5  # how far a stretch of letters is trusted beside a word
STRENGTH = {"heat": 0.1, "line": 0.4}  # inverse of the penalty
WORTH = (1.0, 0.7)  # what a unit of heat and of the line is worth when room for features runs out


class Example:
    """One message: its features and the tasks it is evidence for."""

    __slots__ = ("found", "words", "heat", "line", "set", "row")

    def __init__(self, found, words, heat, line, of, row):
        self.found, self.words, self.heat, self.line, self.set, self.row = found, words, heat, line, of, row


def values(example, prior, axis):
    """Feature values as real numbers, with the prior's levels as features of their own."""
    each = share(example.words) / 4096
    out = {}
    levels = collections.Counter()
    for (kind, name), count in example.found.items():
        if kind in KINDS:
            out[kind, name] = count * each * (LETTERS_COUNT if kind == "letters" else 1)
            for level, sign in levels_of(prior, (kind, name), axis):
                levels[level] += sign * count * each
        elif kind == "signal":
            out[kind, name] = max(-400, min(count, 600)) / 200
        elif name == "near_the_line":
            out[kind, name] = min(count, 900) / 450
        else:
            out[kind, name] = 1.0
    for level, value in levels.items():
        out["prior", level] = value
    return out


def levels_of(prior, key, axis):
    """A pair that the prior knows replaces what it says of the two words."""
    entry = prior.get(key)
    if entry is None:
        return
    if entry[axis]:
        yield entry[axis], 1
    if key[0] == "pair":
        for word in key[1].split():
            single = prior.get(("word", word))
            if single and single[axis]:
                yield single[axis], -1


def fit(examples, axis, prior):
    """Returns {feature: (log odds, how widely its values spread)}."""
    name = ("heat", "line")[axis]
    used = [(example, values(example, prior, axis)) for example in examples if getattr(example, name)]
    seen = collections.Counter(key for _, found in used for key in found)
    keys = sorted((key for key, times in seen.items() if times >= FEWEST), key=str)
    tasks = sorted({task for example, _ in used for task, _, _ in getattr(example, name)})
    column = {key: at for at, key in enumerate(keys)}
    intercept = {task: len(keys) + at for at, task in enumerate(tasks)}
    columns, ends, cells, truth, importance = [], [0], [], [], []
    for example, found in used:
        known = [(column[key], value) for key, value in found.items() if key in column]
        for task, label, weight in getattr(example, name):
            columns += [at for at, _ in known] + [intercept[task]]
            cells += [value for _, value in known] + [3.0]  # three, so that the penalty hardly touches intercepts
            ends.append(len(columns))
            truth.append(int(label))
            importance.append(weight)
    table = scipy.sparse.csr_matrix((cells, columns, ends), shape=(len(truth), len(keys) + len(tasks)))
    model = LogisticRegression(C=STRENGTH[name], fit_intercept=False, max_iter=200, tol=1e-3)
    model.fit(table, truth, sample_weight=importance)
    found = model.coef_[0]
    spread = numpy.sqrt(numpy.asarray(table.power(2).mean(axis=0)).ravel())
    return {key: (found[at], spread[at]) for key, at in column.items()}


def ship(examples, prior, size):
    """Fits both axes, folds the prior into the words, keeps what matters most, and rounds to integers."""
    totals = [collections.defaultdict(float), collections.defaultdict(float)]
    matter = collections.Counter()
    for axis in (0, 1):
        found = fit(examples, axis, prior)
        rare = numpy.median([spread for (kind, _), (_, spread) in found.items() if kind == "word"])
        spreads = {}
        for key, (weight, spread) in found.items():
            if key[0] == "prior":
                continue
            totals[axis][key] += weight * (LETTERS_COUNT if key[0] == "letters" else 1)
            spreads[key] = spread
        for key in prior:
            for level, sign in levels_of(prior, key, axis):
                totals[axis][key] += sign * found.get(("prior", level), (0, 0))[0]
        for key, weight in totals[axis].items():
            matter[key] += abs(weight) * max(spreads.get(key, rare), rare) * WORTH[axis]
    texts = [key for key, _ in matter.most_common() if key[0] in KINDS][:size]
    rules = [key for key in matter if key[0] not in KINDS]
    of = {}
    for key in texts + rules:
        pair = tuple(max(-MOST, min(MOST, round(UNIT * totals[axis][key]))) for axis in (0, 1))
        if any(pair):
            of[key] = pair
    return Weights(of, [[], []])
