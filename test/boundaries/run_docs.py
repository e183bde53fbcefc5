#!/usr/bin/env python3
"""Scans documented boundaries and compares what is answered of whom.

usage: run_docs.py WARRANT CASES-FILE WORK-FOLDER [--strict]

A cases file holds cases of this form; lines that begin with `;` before a case
are remarks:

    === NAME
    the source, in which FN stands for the name of the function
    ---
    buf: null "not null", bounds "len bytes"
    result: ownership (declared malloc)
    function: errors "on failure"
    = documented

Every property that is answered is listed, of each parameter, of the result and
of the function, with its words ("..."), its fact ((...)) or its tag ([...]), or
a part of them. What is not listed must be open. `= STATUS` may follow.
"""

import collections
import json
import pathlib
import re
import subprocess
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "meta"))
import cases as table  # noqa: E402

Case = collections.namedtuple("Case", "name source answers status")
SIGNS = {"text": '""', "evidence": "()", "tagged": "[]"}


def read_answers(lines, name):
    """Yields (subject, property) and the state with its words."""
    for line in lines:
        subject, _, rest = line.partition(": ")
        found = list(re.finditer(r"([a-z-]+) ([\"(\[])(.*?)([\")\]])(?:, |$)", rest))
        if "".join(match.group() for match in found) != rest or not found:
            sys.exit(f"{name}: cannot read '{line}'")
        for match in found:
            state = next(s for s, signs in SIGNS.items() if signs[0] == match[2])
            yield (subject, match[1]), (state, match[3])


def read_cases(path):
    for chunk in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
        title, _, rest = chunk.partition("\n")
        source, parted, expected = rest.partition("\n---\n")
        lines = [line.strip() for line in expected.splitlines()]
        lines = [line for line in lines if line and not line.startswith(";")]
        status = [line[2:] for line in lines if line.startswith("= ")]
        answers = [line for line in lines if not line.startswith("= ")]
        if not parted or "FN" not in source:
            sys.exit(f"{path}: {title} expects nothing, or has no FN")
        yield Case(title.strip(), source + "\n", dict(read_answers(answers, title)),
                   status[0] if status else None)


def write_case(case, folder):
    file = case.name + ".cpp"
    name = "f_" + case.name.replace("-", "_")
    (folder / file).write_text(re.sub(r"\bFN\b", name, case.source), encoding="utf-8")
    return {"directory": str(folder), "file": file,
            "arguments": ["clang++", "-std=c++20", "-w", "-c", file]}


def scan(warrant, folder, flags):
    report = folder / "report.json"
    done = subprocess.run(
        [warrant, "scan", "--root", str(folder), "-p", str(folder), *flags,
         "--checks=-*,extern-c-boundary", "--json", str(report)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        sys.exit(f"{done.stdout}\nthe scan's exit status is {done.returncode}")
    return json.loads(report.read_text(encoding="utf-8"))


def difference(case, sites):
    """Lists what is not as expected."""
    name = "f_" + case.name.replace("-", "_")
    here = [site for site in sites if site["identity"] == name]
    if len(here) != 1:
        yield f"  {len(here)} sites"
        return
    found = {(p.get("subject", "function"), p["name"]): (p["state"], p["by"])
             for p in here[0]["properties"] if p["state"] != "missing"}
    for key in sorted(set(found) | set(case.answers)):
        state, words = found.get(key, ("open", ""))
        wanted, part = case.answers.get(key, ("open", ""))
        if state != wanted or part not in words:
            yield f"  {' '.join(key)}: {state} '{words}', not {wanted} '{part}'"
    if case.status and here[0]["status"] != case.status:
        yield f"  it is {here[0]['status']}"


def main(warrant, cases_file, folder, *flags):
    return table.run_table(
        cases_file, list(read_cases(pathlib.Path(cases_file))),
        table.fresh_folder(folder), write_case,
        lambda where: scan(warrant, where, flags), difference, "as they say")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
