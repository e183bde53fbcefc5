#!/usr/bin/env python3
"""Scans the bad and the good example of every check.

usage: examples.py WARRANT FOLDER
"""

import json
import pathlib
import subprocess
import sys

OPEN = {"unknown", "undocumented", "partial"}


def run(command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


def scan(warrant, folder, check, name, text):
    """The open sites and the remarks, and what else is wrong, of one example."""
    file = folder / f"{name}.cpp"
    file.write_text(text)
    done = run(
        [warrant, "scan", "--root", folder, f"--checks=-*,{check}"]
        + ["--json", "-", file, "--", "-std=c++20"]
    )
    if done.returncode:
        return [], [f"status {done.returncode}: {done.stderr}"]
    report = json.loads(done.stdout)
    found = [site for site in report["sites"] if site["status"] in OPEN]
    # Remarks are of one check, and say so by their kinds alone.
    for remark in report["remarks"]:
        found.append(remark | {"check": check, "snippet": remark["message"]})
    return found, []


def main(arguments):
    warrant, folder = arguments[0], pathlib.Path(arguments[1])
    checks = json.loads(run([warrant, "list", "--json", "--root", folder]).stdout)
    wrong = [] if checks else ["there are no checks"]
    for check in checks:
        name = check["name"]
        bad, errors = scan(warrant, folder, name, f"{name}-bad", check["badExample"])
        wrong += [f"{name}: bad example: {error}" for error in errors]
        if not any(site["check"] == name for site in bad):
            wrong.append(f"{name}: the bad example is not caught")
        good, errors = scan(warrant, folder, name, f"{name}-good", check["goodExample"])
        wrong += [f"{name}: good example: {error}" for error in errors]
        wrong += [
            f"{name}: good example: line {site['line']}: {site['snippet']}"
            for site in good
        ]
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
