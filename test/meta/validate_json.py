#!/usr/bin/env python3
"""Validates JSON documents against a JSON Schema, and the schema itself.

usage: validate_json.py SCHEMA FILE...     (- is standard input)
"""

import json
import sys

import jsonschema


def load(path):
    if path == "-":
        return json.load(sys.stdin)
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main(schema_path, paths):
    if not paths:
        print("no file to validate", file=sys.stderr)
        return 2
    schema = load(schema_path)
    validator_class = jsonschema.validators.validator_for(schema)
    validator_class.check_schema(schema)
    validator = validator_class(schema)
    status = 0
    for path in paths:
        for error in validator.iter_errors(load(path)):
            pointer = "/".join(str(part) for part in error.absolute_path)
            print(f"{path}: /{pointer}: {error.message}", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
