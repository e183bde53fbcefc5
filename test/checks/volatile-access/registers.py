#!/usr/bin/env python3
"""Checks which volatile accesses of a page are registers.

usage: registers.py WARRANT FILE [--OPTION...] -- FLAGS

Behind an access stands what it is:

    GPIOA->ODR = 1;  // register: GPIOA->ODR
    ticks = ticks;   // object object
    local = 1;       // private

for each read, write or other access of the line from left to right, the longer
first. A register is asked for its address and has a name, an object for its
atomicity; of a private object there is nothing to ask. Behind `, documented`
all sites of the line are documented. A line without a comment has no access.
"""

import json
import os
import re
import subprocess
import sys
import tempfile

ACCESSES = ("read", "write", "read-modify-write", "bit-field", "aggregate-copy", "block-copy")
WORD = re.compile(r"register: (?P<name>.*?)(?=, |$)|object|private")


def sites_of(warrant, file, options, flags):
    with tempfile.TemporaryDirectory() as folder:
        report = os.path.join(folder, "report.json")
        root = os.path.dirname(os.path.realpath(file))
        subprocess.run(
            [warrant, "scan", f"--root={root}", f"--json={report}", *options, file, "--", *flags],
            check=True, stdout=subprocess.DEVNULL)
        with open(report, encoding="utf-8") as stream:
            sites = json.load(stream)["sites"]
    found = {}
    accesses = [s for s in sites if s["check"] == "volatile-access" and s["kind"] in ACCESSES]
    accesses.sort(key=lambda s: (s["column"], -s["endLine"], -s["endColumn"]))
    for site in accesses:
        found.setdefault(site["line"], []).append(site)
    return found


def says(site):
    asked = {p["name"] for p in site["properties"]}
    if site["status"] == "proven":
        return "private"
    if "register" in site:
        return f"register: {site['register']}" if "address" in asked else "register unasked"
    return "object" if asked == {"atomicity", "ordering"} else f"object asked {sorted(asked)}"


def main(warrant, file, *rest):
    split = rest.index("--")
    found = sites_of(warrant, file, rest[:split], rest[split + 1:])
    with open(file, encoding="utf-8") as stream:
        lines = stream.read().splitlines()
    mistakes = expected = 0
    for number, line in enumerate(lines, 1):
        note = re.search(r"// ((?:register: |object|private).*)$", line)
        wanted = [m[0] for m in WORD.finditer(note[1])] if note else []
        documented = bool(note) and note[1].endswith(", documented")
        sites = found.get(number, [])
        expected += len(wanted)
        if [says(s) for s in sites] != wanted:
            print(f"{file}:{number}: {[says(s) for s in sites]} instead of {wanted}")
            mistakes += 1
        for site in sites:
            if site["status"] != "proven" and (site["status"] == "documented") != documented:
                print(f"{file}:{number}: '{site['snippet']}' is {site['status']}")
                mistakes += 1
    if not expected:
        sys.exit(f"{file}: expects nothing")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
