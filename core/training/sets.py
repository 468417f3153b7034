"""The messages that may train the weights, what each says of heat and of the line, and the folds."""

import csv
import json
import pathlib
import re
import subprocess
import zlib

FOLDS = 5
HERE = pathlib.Path(__file__).parent


class Set:
    """One file of messages: rows, observations, and the tasks it is evidence for."""

    def __init__(self, name, rows, group):
        self.name, self.rows, self.group = name, rows, group
        self.seen = None

    def fold(self, row):
        return zlib.crc32(str(self.group(row)).encode()) % FOLDS


def read(data):
    """Returns every set; without a data folder only what the repository holds."""
    found = []
    for file in sorted((HERE / "corpus").glob("*.tsv")):
        found.append(Set(file.stem, corpus(file), lambda row: row["batch"]))
    found += tables(HERE.parent / "tests")
    if data:
        for file in sorted((data / "own").glob("*.jsonl")) + sorted((data / "train").glob("*.jsonl")):
            rows = [json.loads(line) for line in open(file, encoding="utf8")]
            found.append(Set(file.stem, rows, GROUPS.get(file.stem, lambda row: row["id"])))
            if file.parent.name == "own":
                # One writer a file: a fold holds whole files.
                found[-1].group = lambda row, name=file.stem: name
    return found


# What must not be split between folds: a conversation, a thread.
GROUPS = {
    "dfrustration_twcs": lambda row: row["label"]["dialogue"],
    "convabuse": lambda row: row["label"]["conv_id"],
    "incivility_github": lambda row: row["id"].split("/")[0],
}


def corpus(file):
    """Reads one batch of our own messages. Neighbours share a fold: look-alikes were written side by side."""
    rows = []
    with open(file, encoding="utf8", newline="") as lines:
        for at, cells in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)):
            conduct = cells["conduct"].split(":")[0]
            rows.append({
                "id": f"{file.stem}-{at + 1}", "text": cells["text"].replace("\\n", "\n"),
                "heat": int(cells["heat"]), "conduct": conduct, "slice": cells["slice"],
                "crosses_line": conduct in ("crossing", "severe"), "batch": f"{file.stem}/{at // 50}",
            })
    return rows


# Tables of the tests whose messages say something of the line, or that all is calm.
LINE = {
    "crossing": True, "severe": True, "severe_hate": True, "severe_other": True, "severe_violence": True, "veiled": True,
    "composed_severe": True, "composed_veiled": True, "composed_not": False, "foils": False, "no_threat": False, "sharp": False, "senses": False,
}
# The spec's own examples must come out right: they count more than other rows, and prove nothing of others.
EXAMPLE_WEIGHT = 40.0


def tables(tests):
    """Reads the messages of the tests: they are ours, and the model must not disagree with them."""
    found = []
    for name, crosses in LINE.items():
        file = tests / "classify_rows" / f"{name}.txt"
        rows = []
        for at, line in enumerate(file.read_text(encoding="utf8").splitlines()):
            if line and not line.startswith("#"):
                text = re.sub(r"^\[[^]]*\] ", "", line)
                rows.append({"id": f"{name}-{at + 1}", "text": text, "line": crosses, "batch": f"{name}/{at // 50}"})
                if name == "senses":
                    rows[-1]["temperature"] = (0, 0)
        found.append(Set(f"tests_{name}", rows, lambda row: row["batch"]))
    examples = []
    source = (tests / "classify_examples.rs").read_text(encoding="utf8")
    for at, (text, low, high) in enumerate(re.findall(r'Row\("[^"]*", "((?:[^"\\]|\\.)*)", (\d)\.\.=(\d)', source)):
        text = text.replace('\\"', '"').replace("\\n", "\n")
        examples.append({"id": f"example-{at + 1}", "text": text, "temperature": (int(low), int(high)), "batch": at})
    found.append(Set("tests_examples", examples, lambda row: row["batch"]))
    return found


def observe(sets, command):
    """Fills in what the rules see of each message."""
    feed = "".join(json.dumps({"text": row["text"]}) + "\n" for one in sets for row in one.rows)
    out = subprocess.run(command, input=feed.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    lines = iter(out.splitlines())
    for one in sets:
        one.seen = [json.loads(next(lines)) for _ in one.rows]


def heat(one, row):
    """Yields (task, truth, weight): each cut of each scale is a task with its own intercept, so that
    sets whose labels mean different things can share one set of weights."""
    targets = row.get("targets", {})
    if "heat" in row:
        for cut in (1, 2, 3):
            yield f"own {cut}", row["heat"] >= cut, 1.0
    elif "temperature" in row:
        low, high = row["temperature"]
        for cut in (1, 2, 3):
            # From 3 on the temperature may come from conduct.
            if high < cut or cut <= low < 3:
                yield f"own {cut}", low >= cut, EXAMPLE_WEIGHT if one.name == "tests_examples" else 10.0
    elif one.name == "dfrustration_twcs":
        mean = targets.get("frustration_0_4")
        for cut in (0.34, 1.01, 1.51, 2.01, 2.9) if mean is not None else ():
            yield f"raters {cut}", mean >= cut, 1.5
    elif one.name == "goemotions":
        angry, frustrated, calm = (targets.get(name) == 1 for name in ("angry", "frustrated", "calm"))
        if angry or frustrated or calm:
            yield "comments 1", not calm, 0.3
        if angry or frustrated:
            yield "comments 2", angry, 0.3
    elif one.name == "incivility_github" and targets.get("frustrated") in (0, 1):
        yield "threads", targets["frustrated"] == 1, 0.3
    elif one.name == "politeness" and targets.get("impolite") in (0, 1):
        yield "requests", targets["impolite"] == 1, 0.15
    elif one.name in CALM:
        yield "own 1", False, 0.08


def line(one, row):
    """Yields (task, truth, weight) for: a person is degraded."""
    targets = row.get("targets", {})
    if "crosses_line" in row:
        yield "own", row["crosses_line"], 1.0
    elif "line" in row:
        yield "own", row["line"], 0.7
    elif one.name in ("convabuse", "incivility_github") and targets.get("abusive_person") in (0, 1):
        yield one.name, targets["abusive_person"] == 1, 1.0
    elif one.name in CALM:
        yield "own", False, 0.1


CALM = {"banking77", "clinc150", "multidogo", "nlupp"}
