#!/usr/bin/env python3
"""Checks that a report has documented and undocumented sites of each check.

usage: families.py REPORT CHECK...
"""

import json
import sys


def main(path, checks):
    with open(path, encoding="utf-8") as file:
        sites = json.load(file)["sites"]
    seen = {(site["check"], site["status"]) for site in sites}
    missing = [
        f"no {status} site of {check}"
        for check in checks
        for status in ("documented", "undocumented")
        if (check, status) not in seen
    ]
    for line in missing:
        print(line, file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
