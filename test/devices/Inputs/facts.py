#!/usr/bin/env python3
"""Prints a line for the evidence, and for each defect, of a report's volatile accesses.

usage: facts.py REPORT
"""

import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    report = json.load(file)
for site in report["sites"]:
    if site["check"] != "volatile-access":
        continue
    start = f"{site['line']} {site['kind']}"
    facts = {
        state["name"]: state["by"]
        for state in site["properties"]
        if state["state"] == "evidence"
    }
    if {"address", "width"} & facts.keys():
        first = facts[min(facts, key=["address", "width", "access"].index)]
        print(f"{start} {', '.join(sorted(facts))}: {first}")
    for defect in site["defects"]:
        # What the code shows without a description has tests of its own.
        if defect["id"] in ("not-volatile", "block-on-volatile"):
            continue
        print(
            f"{start} defect {defect['id']} {defect['precision']}: "
            f"{defect['message']}"
        )
