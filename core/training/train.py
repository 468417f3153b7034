#!/usr/bin/env python3
"""Trains the weights of `core/data/en/weights` and writes the model card. From the repository's root:

    python3 -m venv .venv && .venv/bin/pip install -r core/training/requirements.txt
    .venv/bin/python core/training/train.py --data ../shared/data

`--cross-validated OUT.jsonl` also writes heat and line of every message that trains by weights that have not seen it; `--size N` says how many words, pairs and letters may ship.
"""

import argparse
import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))

import card
import features
import scale
import sets
from fit import Example, ship
from weights import read_prior, write

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
OBSERVE = ["cargo", "run", "-q", "--release", "-p", "unruffled", "--features", "training", "--example", "observe"]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--data", type=pathlib.Path, help="labelled data: folders own/ and train/")
    arguments.add_argument("--size", type=int, default=8000)
    arguments.add_argument("--cross-validated", type=pathlib.Path)
    chosen = arguments.parse_args()

    found = sets.read(chosen.data)
    sets.observe(found, OBSERVE)
    prior = read_prior(HERE, ROOT / "core/data/en/classes")
    examples = [
        Example(*features.of(seen), list(sets.heat(one, row)), list(sets.line(one, row)), one, row)
        for one in found
        for row, seen in zip(one.rows, one.seen)
    ]
    say(f"{len(examples)} messages, {len(prior)} words and pairs of the prior")

    unseen = out_of_fold(examples, prior, chosen.size)
    weights = ship(examples, prior, chosen.size)
    weights.scales = scale.of(unseen, weights)
    write(weights, ROOT / "core/data/en/weights")
    say(f"{len(weights.of)} weights written")
    (HERE / "MODEL_CARD.md").write_text(card.text(found, unseen, weights, prior), encoding="utf8")
    if chosen.cross_validated:
        cross_validated(chosen.cross_validated, unseen, weights)


def out_of_fold(examples, prior, size):
    """Returns [(example, (heat score, line score))] by weights that have not seen the example."""
    scored = []
    for fold in range(sets.FOLDS):
        held = [example for example in examples if example.set.fold(example.row) == fold]
        rest = [example for example in examples if example.set.fold(example.row) != fold]
        weights = ship(rest, prior, size)
        scored += [(example, weights.score(example.found, example.words)) for example in held]
        say(f"fold {fold + 1} of {sets.FOLDS}: {len(held)} messages scored by {len(rest)} others")
    return scored


def cross_validated(path, unseen, weights):
    """Writes heat and line of every message by weights that have not seen it."""
    with open(path, "w", encoding="utf8") as out:
        for example, (heat, line) in unseen:
            name = example.set.name
            row = {"set": name, "id": example.row["id"], "heat_milli": weights.milli(0, heat), "line_milli": weights.milli(1, line)}
            out.write(json.dumps(row) + "\n")


def say(what):
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
