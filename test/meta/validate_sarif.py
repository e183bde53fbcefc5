#!/usr/bin/env python3
"""Validates SARIF files with Microsoft's SARIF Multitool.

usage: validate_sarif.py MULTITOOL FILE...

The validator exits with 0 even where it found errors, so its log is read: an
error or a warning of the rule kinds Sarif and Ghas fails. Notes do not; some
need the network, and some are a matter of taste.
"""

import json
import os
import subprocess
import sys
import tempfile


def validate(multitool, path):
    """Returns the lines to print: none when the file is accepted."""
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, "log.sarif")
        run = subprocess.run(
            [multitool, "validate", path, "--rule-kind", "Sarif;Ghas"]
            + ["--level", "Error;Warning", "--output", log]
            + ["--max-file-size-in-kb", "1000000"],
            # It needs no ICU then.
            env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if run.returncode != 0 or not os.path.exists(log):
            return [f"{path}: the validator failed ({run.returncode})", run.stdout]
        with open(log, encoding="utf-8-sig") as file:
            return findings(path, json.load(file), run.stdout)


def findings(path, log, output):
    lines = []
    for run in log["runs"]:
        for invocation in run.get("invocations", []):
            if not invocation.get("executionSuccessful", False):
                lines.append(f"{path}: the validator did not finish")
        for result in run.get("results", []):
            # SARIF's default level is `warning`.
            level = result.get("level", "warning")
            if level in ("error", "warning"):
                lines.append(f"{path}: {level} {result['ruleId']}")
    return lines + [output] if lines else []


def main(multitool, paths):
    if not paths:
        print("no file to validate", file=sys.stderr)
        return 2
    lines = [line for path in paths for line in validate(multitool, path)]
    for line in lines:
        print(line, file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
