#!/usr/bin/env python3
"""Runs a group of evidence cases through the scanner.

usage: run_evidence.py WARRANT CASES-FILE WORK-FOLDER [CHECKS [UNSAID]]

A cases file holds cases of this form, and lines that begin with `;` between
them are remarks:

    === NAME [c] [-FLAG...]
    the source

The name is one word. Behind `// =>` on a line of the source stands, for each
site of that line from left to right, the longer first, `proven`, `open`
(neither proven nor any property with evidence), or the properties that have
evidence, as `alignment+layout`. The properties UNSAID are left out: most cases
are about bounds. A line without it has no site. Behind them `; TEXT` is a part
of the proof, or of the fact, of the last site. Each case that is not as it says
is named.
"""

import collections
import json
import pathlib
import re
import subprocess
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "meta"))
import cases as table  # noqa: E402

MARK = "// =>"
Case = collections.namedtuple("Case", "name flags source")


def read_cases(path):
    """Yields the cases of a file; a mistake in it ends the run."""
    text = path.read_text(encoding="utf-8")
    for chunk in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        title, _, rest = chunk.partition("\n")
        name, *flags = title.split()
        lines = rest.splitlines()
        while lines and (not lines[-1].strip() or lines[-1].startswith(";")):
            lines.pop()
        if not any(MARK in line for line in lines):
            sys.exit(f"{path}: case {name} expects nothing")
        yield Case(name, flags, "\n".join(lines) + "\n")


def write_case(case, folder):
    is_c = "c" in case.flags
    file = case.name + (".c" if is_c else ".cpp")
    (folder / file).write_text(case.source, encoding="utf-8")
    compiler = ["clang", "-std=c17"] if is_c else ["clang++", "-std=c++20"]
    flags = [flag for flag in case.flags if flag.startswith("-")]
    return {
        "directory": str(folder),
        "file": file,
        "arguments": compiler + ["-w", *flags, "-c", file],
    }


def scan(warrant, folder, checks):
    report = folder / "report.json"
    command = [warrant, "scan", "--root", str(folder), "-p", str(folder)]
    done = subprocess.run(
        command + [f"--checks={checks}", "--json", str(report)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        sys.exit(f"{done.stdout}\nthe scan's exit status is {done.returncode}")
    return json.loads(report.read_text(encoding="utf-8"))


def established(site, unsaid):
    """What is known of a site, as a case says it, and why."""
    if site["status"] == "proven":
        return "proven", site["proof"]
    known = [p for p in site["properties"] if p["state"] == "evidence"]
    known = [p for p in known if p["name"] not in unsaid]
    names = "+".join(p["name"] for p in known)
    return names or "open", "; ".join(p["by"] for p in known)


def difference(case, sites, unsaid):
    """Lists what of the case is not as expected."""
    for number, line in enumerate(case.source.splitlines(), 1):
        there = sorted(
            (site for site in sites if site["line"] == number),
            key=lambda site: (site["column"], -site["endColumn"]),
        )
        found = [established(site, unsaid) for site in there]
        _, _, expected = line.partition(MARK)
        words, _, text = expected.partition(";")
        if [word for word, _ in found] != words.split():
            yield f"  line {number}: {words.strip()}; found: {found}"
        elif text.strip() and text.strip() not in found[-1][1]:
            yield f"  line {number}: no '{text.strip()}' in '{found[-1][1]}'"


def main(warrant, cases_file, folder, checks="-safety-comment",
         unsaid="lifetime,overflow"):
    cases = list(read_cases(pathlib.Path(cases_file)))
    return table.run_table(
        cases_file, cases, table.fresh_folder(folder), write_case,
        lambda where: scan(warrant, where, checks),
        lambda case, sites: difference(case, sites, unsaid.split(",")),
        "as they say")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
