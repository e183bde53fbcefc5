#!/usr/bin/env python3
"""Fails unless every configuration key of a schema has a row in a page.

usage: documented_keys.py SCHEMA PAGE
"""

import json
import sys


def keys(schema, checks):
    for name, value in schema["properties"].items():
        if "properties" not in value:
            yield name
        elif name not in checks:
            for key in value["properties"]:
                yield f"{name}.{key}"


def main(arguments):
    schema = json.load(open(arguments[0], encoding="utf-8"))
    page = open(arguments[1], encoding="utf-8").read()
    # Groups other than `limits` are checks, which have pages of their own.
    checks = {name for name in schema["properties"] if name != "limits"}
    checks = {n for n in checks if "properties" in schema["properties"][n]}
    found = list(keys(schema, checks))
    missing = [key for key in found if f"| `{key}` |" not in page]
    for key in missing:
        print(f"{arguments[1]}: no row for `{key}`", file=sys.stderr)
    return 1 if missing or not found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
