#!/usr/bin/env python3
"""Feed every prefix of whole conversations to `desk draft` and count what comes back.

  prefixes.py --run 'target/release/examples/desk draft' CONVERSATIONS.jsonl ...

Input rows: {"id"?, "channel"?, "turns": [{"role", "text"}, ...]}. Fails (exit 1) when a prefix gets no answer or
an error line, when a draft breaks a rule of our own review, or when the same input answers differently a second time.
Standard library only.
"""

import argparse
import collections
import json
import pathlib
import shlex
import subprocess
import sys
import time

CHANNELS = {"phone", "chat", "messaging", "email", "social"}


def prefixes(files):
    for file in files:
        for number, line in enumerate(pathlib.Path(file).read_text(encoding="utf8").splitlines()):
            row = json.loads(line)
            turns = [{"role": t["role"], "text": t["text"]} for t in row["turns"]]
            for end in range(1, len(turns) + 1):
                request = {"id": f"{pathlib.Path(file).stem}:{number}:{end}", "turns": turns[:end]}
                if row.get("channel"):
                    request["channel"] = row["channel"]
                yield request


def run(command, feed):
    done = subprocess.run(shlex.split(command), input=feed.encode(), stdout=subprocess.PIPE, check=False)
    return done.returncode, done.stdout.decode().splitlines()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("conversations", nargs="+")
    parser.add_argument("--run", required=True, help="the command of the filter")
    options = parser.parse_args()

    requests = list(prefixes(options.conversations))
    feed = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in requests)
    started = time.monotonic()
    code, lines = run(options.run, feed)
    seconds = time.monotonic() - started

    problems = []
    if code != 0:
        problems.append(f"the filter exited with {code}")
    if len(lines) != len(requests):
        problems.append(f"{len(requests)} prefixes, {len(lines)} answers")
    stages, withheld, faults = collections.Counter(), collections.Counter(), collections.Counter()
    for request, line in zip(requests, lines):
        answer = json.loads(line)
        if answer.get("id") != request["id"]:
            problems.append(f"{request['id']}: answered as {answer.get('id')}")
            continue
        if "error" in answer:
            problems.append(f"{request['id']}: {answer['error']}")
            continue
        stages[answer["stage"]] += 1
        draft = answer["draft"]
        if "withheld" in draft:
            withheld[draft["withheld"]] += 1
        for finding in answer["findings"]:
            faults[f"{finding['rule']} {finding['severity']}"] += 1
            if finding["severity"] == "error":
                problems.append(f"{request['id']}: the draft breaks {finding['rule']}")
    if run(options.run, feed)[1] != lines:
        problems.append("a second run answers differently")

    print(f"{len(requests)} prefixes, {len(lines)} answers in {seconds:.1f} s")
    print("stages:  ", dict(stages.most_common()))
    print("withheld:", dict(withheld.most_common()))
    print("findings on our own drafts:", dict(faults.most_common()))
    for problem in problems[:20]:
        print("problem:", problem)
    print(f"{len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
