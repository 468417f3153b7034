#!/usr/bin/env python3
"""Checks that `features.py` and `weights.py` count what `core/src/classify/model.rs` counts: the scores of every
message that the repository holds, here and there. Needs only Rust and Python's standard library:

    python3 core/training/check.py
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))

import features
import sets
import weights

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# As `train.py` runs it, but without waiting for the release profile.
OBSERVE = [
    "cargo", "run", "--quiet", "--locked", "--manifest-path", str(ROOT / "Cargo.toml"), "--package", "unruffled",
    "--features", "training", "--example", "observe",
]
MOST_SHOWN = 20


def main():
    shipped = weights.read(ROOT / "core/data/en/weights")
    found = sets.read(None)
    sets.observe(found, OBSERVE)
    compared, wrong = 0, []
    for one in found:
        for row, seen in zip(one.rows, one.seen):
            if not_judged(seen):
                continue
            compared += 1
            here = shipped.score(*features.of(seen))
            if list(here) != seen["scores"]:
                wrong.append(f"{one.name} {row['id']}: here {list(here)}, in Rust {seen['scores']}")
    if compared == 0:
        sys.exit("no message was compared")
    if wrong:
        print("\n".join(wrong[:MOST_SHOWN]))
        sys.exit(f"{len(wrong)} of {compared} messages score differently here and in Rust (heat, line)")
    print(f"{compared} messages score the same here and in Rust, with {len(shipped.of)} weights")


def not_judged(seen):
    """A message in another language is not observed: it has no words, and its scores are at rest."""
    return not seen["words"] and seen["scores"] == [0, 0]


if __name__ == "__main__":
    main()
