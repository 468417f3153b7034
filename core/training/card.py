"""Writes the model card: what the weights are, what they were trained on, how well they do on what they have not seen."""

import collections

from sets import CALM, FOLDS

LICENCES = {
    "banking77": "CC BY 4.0, PolyAI", "clinc150": "CC BY 3.0, clinc/oos-eval", "convabuse": "CC BY 4.0, ConvAbuse",
    "dfrustration_twcs": "MIT, dfrustration", "goemotions": "Apache-2.0, GoEmotions",
    "incivility_github": "MIT, vcu-swim-lab", "multidogo": "CDLA-Permissive 1.0, MultiDoGO",
    "nlupp": "CC BY 4.0, PolyAI", "politeness": "Apache-2.0, Stanford politeness",
}

HEAD = """# Model card: the learned weights

Written by `training/train.py`; every figure below is printed by that run. Do not edit.

## What it is

A sparse linear model in whole numbers, in `data/en/weights/`: {features} words, pairs of neighbouring words and
stretches of three letters, and {rules} findings of the rules, each with one weight for heat and one for the line
(fortieths of a unit of log odds, -127 to 127). Two scores, mapped by straight lines to `heat_milli` and, below the
line only, to `line_milli`. **Whether the line is crossed is decided by written rules, never by these weights.**

The sets mean different things by their labels. Each cut of each scale ("at least tense", "at least 1.5 of 4 by
three raters", "a comment that annoys") is a task with an intercept of its own; the weights are shared. The bands
are put where they part our own messages best on weights that have not seen them, with precision before recall.

A prior comes first: {prior} words and pairs that we graded by hand (`prior-words.tsv`, `prior-pairs.tsv`) enter
as features by grade, and what training finds a grade to be worth is added to each word's own weight, so words that
no training message contains have weights too.

The model does not look at words that say who somebody is (`classes/identity.tsv`), at insults, slurs, swearing
and thanks: those are for the rules, which see whom they hit. Needs (`domain.md` 2.6) have no weight.

## What it was trained on

{sets}

`corpus/` and `own` were written for this project, one writer a file, re-read once; treat them as few people's view.
Rows called `tests_*` are the tables of the core's tests: the spec's examples weigh most, so that they come out
right is no evidence of anything else.

## How well it does on messages it has not seen

{folds} folds; a conversation, a thread, a file of `own`, fifty neighbouring rows of the corpus share a fold. The
rules' own words were written by people who had read `own` and `train`, so these figures flatter a little still.

{figures}

## Is it calibrated?

Our own messages, by weights that have not seen them:

{heat_table}

{line_table}

Of {calm} calm messages to banks, shops and assistants: {calm_rates}.

## Who is accused

False boundaries (crossing, sure enough for a boundary, where the label is not crossing) per slice of our corpus, by
the rules: see `own_messages` in `tests/accuracy.rs`; and the counterfactual families in `core/tests/fairness.rs`, in
which conduct must not change.

## Limits

* English only. Second-language and regional English are in the data, but few writers wrote it.
* Sarcasm without a negative fact, and frustration that only the thread shows, are mostly missed: a single message
  is all that is read.
* One sentence of anger in a long calm letter weighs little beyond what the rules find.
"""


def text(found, unseen, weights, prior):
    features = sum(1 for kind, _ in weights.of if kind in ("word", "pair", "letters"))
    return HEAD.format(
        features=f"{features:,}", rules=len(weights.of) - features, prior=f"{len(prior):,}", folds=FOLDS,
        sets=sets_table(found), figures=figures(unseen),
        heat_table=reliability(unseen, weights, 0), line_table=reliability(unseen, weights, 1),
        calm=f"{sum(1 for example, _ in unseen if example.set.name in CALM):,}",
        calm_rates=calm_rates(unseen, weights),
    )


def sets_table(found):
    rows = ["| set | messages | licence |", "| --- | ---: | --- |"]
    rows += [f"| {one.name} | {len(one.rows):,} | {LICENCES.get(one.name, 'ours')} |" for one in found]
    return "\n".join(rows)


def figures(unseen):
    """AUC by set and task."""
    tasks = collections.defaultdict(list)
    for example, (heat, line) in unseen:
        for task, truth, _ in example.heat:
            tasks[example.set.name, "heat: " + task].append((heat, truth))
        for task, truth, _ in example.line:
            tasks[example.set.name, "line: " + task].append((line, truth))
    rows = ["| set | task | messages | AUC |", "| --- | --- | ---: | ---: |"]
    for (name, task), pairs in tasks.items():
        if 20 <= sum(truth for _, truth in pairs) <= len(pairs) - 20:
            rows.append(f"| {name} | {task} | {len(pairs):,} | {auc(pairs):.3f} |")
    return "\n".join(rows)


def auc(pairs):
    pairs = sorted(pairs)
    ranks, at = 0.0, 0
    while at < len(pairs):
        end = at
        while end < len(pairs) and pairs[end][0] == pairs[at][0]:
            end += 1
        ranks += (at + end + 1) / 2 * sum(truth for _, truth in pairs[at:end])
        at = end
    positive = sum(truth for _, truth in pairs)
    return (ranks - positive * (positive + 1) / 2) / (positive * (len(pairs) - positive))


def reliability(unseen, weights, axis):
    """The true rate in each tenth of the scale."""
    bins = collections.defaultdict(list)
    for example, score in unseen:
        if "heat" in example.row and "crosses_line" in example.row:
            milli = weights.milli(axis, score[axis])
            truth = example.row["heat"] if axis == 0 else example.row["crosses_line"]
            bins[min(milli // 100, 9 if axis == 0 else 4)].append(truth)
    if axis == 0:
        rows = ["| heat_milli | messages | at least tense | at least upset | heated |", "| --- | ---: | ---: | ---: | ---: |"]
        for at, truths in sorted(bins.items()):
            rates = [sum(truth >= cut for truth in truths) / len(truths) for cut in (1, 2, 3)]
            rows.append(f"| {at * 100} to {at * 100 + 99} | {len(truths)} | " + " | ".join(f"{rate:.2f}" for rate in rates) + " |")
    else:
        rows = ["| learned line score, in thousandths | messages | cross the line |", "| --- | ---: | ---: |"]
        for at, truths in sorted(bins.items()):
            name = f"{at * 100} to {at * 100 + 99}" if at < 4 else "400 and more"
            rows.append(f"| {name} | {len(truths)} | {sum(truths) / len(truths):.2f} |")
    return "\n".join(rows)


def calm_rates(unseen, weights):
    scores = [weights.milli(0, score[0]) for example, score in unseen if example.set.name in CALM]
    named = (("tense", 200), ("upset", 450), ("heated", 800))
    return ", ".join(f"{sum(score >= cut for score in scores) / max(1, len(scores)):.2%} read as {name} or hotter" for name, cut in named)
