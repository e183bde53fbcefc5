#!/usr/bin/env python3
"""Prints what a report knows of the atomicity of its volatile accesses.

usage: atomicity.py REPORT

A line for each site about whose atomicity, or exclusiveness, a fact is known:
its line, its kind, the property, its state and the fact.
"""

import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    report = json.load(file)
for site in report["sites"]:
    for state in site["properties"]:
        if state["name"] in ("atomicity", "exclusive") and state["by"]:
            print(f"{site['line']} {site['kind']} {state['name']} "
                  f"{state['state']}: {state['by']}")
