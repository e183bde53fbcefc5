#!/usr/bin/env python3
"""Compares what Warrant writes into SARIF with what sarif-multitool computes.

usage: sarif_tools.py hashes MULTITOOL LOG ROOT
       sarif_tools.py baseline MULTITOOL BEFORE AFTER

hashes: each result's primaryLocationLineHash, of the sources in ROOT.
baseline: each result's baselineState. The tool takes a result that has only
moved for updated, which is unchanged for Warrant (docs/decisions).
"""

import json
import os
import sys
import subprocess
import tempfile

HASH = "primaryLocationLineHash"


def load(path):
    with open(path, encoding="utf-8-sig") as file:
        return json.load(file)


def run_tool(multitool, log, arguments):
    """Gives what the tool makes of the log."""
    with tempfile.TemporaryDirectory() as folder:
        before, after = (os.path.join(folder, n) for n in ("in.sarif", "out.sarif"))
        with open(before, "w", encoding="utf-8") as file:
            json.dump(log, file)
        subprocess.run(
            [multitool, arguments[0], before, "-o", after] + arguments[1:],
            env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
            stdout=subprocess.DEVNULL,
            check=True,
        )
        return load(after)


def results(log):
    return log["runs"][0]["results"]


def place(result):
    physical = result["locations"][0]["physicalLocation"]
    return physical["artifactLocation"]["uri"], physical["region"]["startLine"]


def hashes(multitool, path, root):
    log = load(path)
    ours = [r["partialFingerprints"].pop(HASH, None) for r in results(log)]
    base = "file://" + os.path.realpath(root) + "/"
    log["runs"][0]["originalUriBaseIds"]["SRCROOT"]["uri"] = base
    insert = ["rewrite", "--insert", "RollingHashPartialFingerprints"]
    theirs = results(run_tool(multitool, log, insert))
    wrong = 0
    for our, their in zip(ours, theirs, strict=True):
        expected = their["partialFingerprints"].get(HASH)
        if expected is None or our != expected:
            wrong += 1
            print(f"{place(their)}: {our} is not {expected}")
    print(f"{len(ours)} hashes compared")
    return wrong or not ours


def states(log):
    def key(result):
        return result["partialFingerprints"]["warrantFingerprint/v1"]

    return {key(r): r.get("baselineState") for r in results(log)}


def baseline(multitool, before, after):
    ours = load(after)
    bare = load(after)
    for result in results(bare):
        result.pop("baselineState")
    bare["runs"][0]["results"] = [
        r for r, o in zip(results(bare), results(ours)) if o["baselineState"] != "absent"
    ]
    arguments = ["match-results-forward", "-r", before]
    theirs = states(run_tool(multitool, bare, arguments))
    theirs = {k: "unchanged" if v == "updated" else v for k, v in theirs.items()}
    ours = states(ours)
    for key in sorted(ours.keys() | theirs.keys()):
        if ours.get(key) != theirs.get(key):
            print(f"{key}: {ours.get(key)} is not {theirs.get(key)}")
    print("states: " + " ".join(sorted(set(ours.values()))))
    return ours != theirs


if __name__ == "__main__":
    compare = {"hashes": hashes, "baseline": baseline}[sys.argv[1]]
    sys.exit(1 if compare(*sys.argv[2:]) else 0)
