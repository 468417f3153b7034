"""What the model sees of a message. `core/src/classify/model.rs` counts the same."""

import collections

OPEN = 200  # from this sum of one kind of signal on a message is openly heated
LETTERS = 3  # the length of the stretches of letters

# Needs never raise the temperature (domain.md 2.6); capitals by habit neither.
NEEDS = {
    "bereavement", "health_disclosed", "financial_hardship", "domestic_abuse_hint", "disability_disclosed",
    "tic_disclosed", "limited_english", "caps_baseline", "minor",
}


def of(seen):
    """Returns ({feature: count}, words) of one observation of the `observe` example."""
    found = collections.Counter()
    count = 0
    before = None
    for word in seen["words"]:
        if not word:
            before = None
            continue
        count += 1
        if word[0].isdigit():
            word = "0"
        if word == "*":
            before = None
            continue
        found["word", word] += 1
        if before:
            found["pair", before + " " + word] += 1
        before = word
        if word != "0" and word.isascii():
            found.update(("letters", stretch) for stretch in stretches(word))
    # Thanks cools what little heat there is; it does not take back open anger.
    heated = any(total >= OPEN for name, total in seen["signals"].items() if name != "thanks")
    for name, total in seen["signals"].items():
        if not (heated and name == "thanks"):
            found["signal", name] = total
    for name in seen["flags"]:
        if name not in NEEDS and not (heated and name == "thanks"):
            found["flag", name] = 1
    if seen["line"] >= 100:
        found["rule", "near_the_line"] = seen["line"]
    if seen["line"] >= 500:
        found["rule", "crosses"] = 1
    if seen["severe"]:
        found["rule", "severe"] = 1
    found["length", str(min(count.bit_length(), 8))] = 1
    return found, count


def stretches(word):
    """`^re`, `ref`, ... `nd$` of `refund`."""
    marked = "^" + word + "$"
    return [marked[at : at + LETTERS] for at in range(len(marked) - LETTERS + 1)]

