"""What a score means: thousandths that rise with the true rate."""

import math

from sklearn.linear_model import LogisticRegression

from weights import UNIT

PRECISION = 0.7  # F-measure's beta: to treat a calm person as upset is worse than the reverse
BANDS = (200, 450, 800)  # where tense, upset and heated begin: the policy's default
RATES = (0.002, 0.01, 0.03, 0.1, 0.25, 0.499)


def of(unseen, weights):
    return [heat(unseen, weights), line(unseen)]


def heat(unseen, weights):
    """Puts each band's threshold where it parts our own messages best, judged by weights that have not seen them,
    but between the spec's examples of the two sides."""
    own = [(score[0], example.row["heat"]) for example, score in unseen if "heat" in example.row]
    spec = [
        (weights.score(example.found, example.words)[0], example.row["temperature"])
        for example, _ in unseen
        if example.set.name == "tests_examples"
    ]
    cuts = []
    for cut in (1, 2, 3):
        below = max((score for score, (_, high) in spec if high < cut), default=-math.inf)
        above = min((score for score, (low, _) in spec if cut <= low < 3), default=math.inf)
        if below >= above:
            below, above = -math.inf, math.inf  # no threshold parts the examples: the tests will say so
        cuts.append(best_threshold([(score, heat >= cut) for score, heat in own], below, above))
    knots = [(cuts[0] - 4 * UNIT, 0)] + list(zip(cuts, BANDS)) + [(cuts[2] + 4 * UNIT, 1000)]
    return increasing(knots)


def best_threshold(pairs, below, above):
    """The score from which on saying yes is worth most."""
    pairs = sorted(pairs, reverse=True)
    total = sum(truth for _, truth in pairs)
    right, best = 0, (0.0, 0)
    for at, (score, truth) in enumerate(pairs):
        right += truth
        last = at + 1 == len(pairs) or pairs[at + 1][0] != score
        if last:
            worth = (1 + PRECISION**2) * right / (at + 1 + PRECISION**2 * total)
            if below < score <= above:
                best = max(best, (worth, score))
    return best[1]


def line(unseen):
    """Maps scores to the rates they mean on our own messages: Platt's method."""
    own = [(score[1] / UNIT, example.row["crosses_line"]) for example, score in unseen if "crosses_line" in example.row]
    scores, truth = zip(*own)
    platt = LogisticRegression(C=1e6).fit([[score] for score in scores], truth)
    slope, start = platt.coef_[0][0], platt.intercept_[0]
    return increasing(
        [(round(UNIT * (math.log(rate / (1 - rate)) - start) / slope), round(1000 * rate)) for rate in RATES]
    )


def increasing(knots):
    for (low, _), (high, _) in zip(knots, knots[1:]):
        assert low < high, f"the scale does not rise: {knots}"
    return knots
