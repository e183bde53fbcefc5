#!/usr/bin/env python3
"""Runs a group of association cases through the scanner.

usage: run_cases.py WARRANT CASES-FILE WORK-FOLDER [INPUTS-FOLDER]

A cases file holds cases of this form, and lines that begin with `;` between
them are remarks:

    === NAME [c] [crlf] [no-newline] [bom]
    the source
    ---
    LINE STATUS [PLACEMENT] [KIND] [rejected] [placeholder]

The name is one word. Behind `---` every site of the source is listed, and no
more than those. Line 1 is the source's first. All cases are scanned in one
run; each that is not as listed is named. What is in the inputs folder, as a
.warrant.yaml, is copied beside the sources.
"""

import collections
import json
import pathlib
import subprocess
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "meta"))
import cases as table  # noqa: E402

FLAGS = {"c", "crlf", "no-newline", "bom"}
STATUSES = {"unknown", "undocumented", "partial", "documented", "proven"}
Case = collections.namedtuple("Case", "name flags source expected")


def read_cases(path):
    """Yields the cases of a file; a mistake in it ends the run."""
    text = path.read_text(encoding="utf-8")
    head, *chunks = text.split("\n=== ")
    if head.startswith("=== "):
        chunks.insert(0, head[len("=== "):])
    for chunk in chunks:
        title, _, rest = chunk.partition("\n")
        name, *flags = title.split()
        source, separator, listed = rest.partition("\n---\n")
        unknown = set(flags) - FLAGS
        if unknown or not separator:
            sys.exit(f"{path}: case {name}: wrong flag or no '---'")
        lines = [line.split() for line in listed.splitlines()]
        lines = [line for line in lines if line and not line[0].startswith(";")]
        for line in lines:
            if len(line) < 2 or line[1] not in STATUSES:
                sys.exit(f"{path}: case {name}: '{' '.join(line)}'")
        yield Case(name, set(flags), source + "\n", lines)


def write_case(case, folder):
    """Writes the source byte by byte and returns its compile command."""
    text = case.source
    if "no-newline" in case.flags:
        text = text.rstrip("\n")
    if "crlf" in case.flags:
        text = text.replace("\n", "\r\n")
    data = text.encode("utf-8")
    if "bom" in case.flags:
        data = b"\xef\xbb\xbf" + data
    is_c = "c" in case.flags
    file = case.name + (".c" if is_c else ".cpp")
    (folder / file).write_bytes(data)
    compiler = ["clang", "-std=c17"] if is_c else ["clang++", "-std=c++20"]
    return {
        "directory": str(folder),
        "file": file,
        "arguments": compiler + ["-w", "-c", file],
    }


def scan(warrant, folder):
    report = folder / "report.json"
    command = [warrant, "scan", "--root", str(folder), "-p", str(folder)]
    done = subprocess.run(
        command + ["--json", str(report)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        sys.exit(f"{done.stdout}\nthe scan's exit status is {done.returncode}")
    return json.loads(report.read_text(encoding="utf-8"))


def words_of(site):
    """What an expectation may say of a site."""
    comment = site["comment"] or {}
    placement = comment.get("placement", "none")
    words = [str(site["line"]), site["status"], placement, site["kind"]]
    rejection = site["rejection"] or ""
    if rejection:
        words.append("rejected")
    if rejection.startswith("a placeholder"):
        words.append("placeholder")
    return words


def difference(case, sites):
    """Lists what of the case is not as expected."""
    left = [words_of(site) for site in sites]
    for line in case.expected:
        match = [w for w in left if w[:2] == line[:2] and set(line) <= set(w)]
        if match:
            left.remove(match[0])
        else:
            yield f"  expected, and not there: {' '.join(line)}"
    for words in left:
        yield f"  there, and not expected: {' '.join(words)}"


def main(warrant, cases_file, folder, inputs=None):
    cases = list(read_cases(pathlib.Path(cases_file)))
    return table.run_table(
        cases_file, cases, table.fresh_folder(folder, inputs), write_case,
        lambda where: scan(warrant, where), difference, "as listed")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
