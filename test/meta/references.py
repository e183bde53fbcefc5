#!/usr/bin/env python3
"""Checks the references to published rules of every kind of operation.

usage: references.py WARRANT LIST FOLDER

LIST holds, a line each, the rules that were looked up in their standards; a
kind may refer to no other. Every kind of operation has a CWE; `list`, `explain`
and SARIF tell the same. FOLDER is for temporary files.
"""

import json
import pathlib
import re
import subprocess
import sys

SHAPES = {
    "cwe": r"CWE-[1-9]\d*",
    "misraC2012": r"(Rule|Dir) [1-9]\d?\.[1-9]\d?",
    "misraCpp2023": r"(Rule|Dir) \d{1,2}\.\d{1,2}\.\d{1,2}",
    "cert": r"[A-Z]{3}\d\d-(C|CPP)",
    "coreGuidelines": r"[A-Z][A-Za-z.]*\.[1-9]\d*",
}
# Its kinds are remarks on comments, of which no standard speaks.
REMARKS = "safety-comment"


def run(command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{command}\nexits with {done.returncode}:\n{done.stderr}")
    return done.stdout


def looked_up(path):
    """(standard, rule) of each line: `cwe CWE-119 its name`."""
    rules = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.match(r"(\w+) ((?:Rule |Dir )?\S+)", line)
        if match:
            rules.add(match.groups())
    return rules


def wrong_rules(check, kind, known, used):
    where = f"{check['name']} {kind['name']}"
    for standard, shape in SHAPES.items():
        rules = kind[standard]
        if len(set(rules)) != len(rules):
            yield f"{where}: {standard}: a rule stands there twice"
        for rule in rules:
            used.add((standard, rule))
            if not re.fullmatch(shape, rule):
                yield f"{where}: {standard}: '{rule}' has not the standard's shape"
            elif (standard, rule) not in known:
                yield f"{where}: {standard}: '{rule}' was not looked up"
    if check["name"] != REMARKS and not kind["cwe"]:
        yield f"{where}: no CWE"


def wrong_explanation(warrant, kind, shared):
    """What `explain` leaves out; a name that checks share is not one kind's."""
    rules = [rule for standard in SHAPES for rule in kind[standard]]
    if not rules or kind["name"] in shared:
        return
    text = run([warrant, "explain", kind["name"]])
    for rule in rules:
        if rule not in text:
            yield f"explain {kind['name']}: no '{rule}'"
    if "not compliance" not in text:
        yield f"explain {kind['name']}: does not say that it is not compliance"


def wrong_sarif(warrant, folder, checks):
    file = folder / "empty.c"
    file.write_text("int x;\n", encoding="utf-8")
    sarif = json.loads(run([warrant, "scan", "--root", folder, "--sarif", "-", file, "--"]))
    rules = sarif["runs"][0]["tool"]["driver"]["rules"]
    told = {rule["id"]: rule["properties"] for rule in rules}
    for check in checks:
        for kind in check["kinds"]:
            name = f"warrant-{check['name']}-{kind['name']}"
            properties = told.get(name)
            if properties is None:
                yield f"SARIF: no rule '{name}'"
                continue
            tags = [f"external/cwe/{cwe.lower()}" for cwe in kind["cwe"]]
            if [t for t in properties["tags"] if t.startswith("external/")] != tags:
                yield f"SARIF: {name}: other tags than {tags}"
            for standard in SHAPES:
                if properties["references"][standard] != kind[standard]:
                    yield f"SARIF: {name}: other rules of {standard}"


def main(warrant, rules, folder):
    checks = json.loads(run([warrant, "list", "--json"]))
    names = [kind["name"] for check in checks for kind in check["kinds"]]
    shared = {name for name in names if names.count(name) > 1}
    known, used = looked_up(pathlib.Path(rules)), set()
    wrong = [] if names else ["there are no kinds"]
    for check in checks:
        for kind in check["kinds"]:
            wrong += wrong_rules(check, kind, known, used)
            wrong += wrong_explanation(warrant, kind, shared)
    wrong += [f"{rules}: no kind refers to {rule}" for rule in sorted(known - used)]
    wrong += wrong_sarif(warrant, pathlib.Path(folder), checks)
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
