#!/usr/bin/env python3
"""Compares the safer forms that a scan offers with a file's comments.

usage: check_safer.py WARRANT COMPILER FILE [--only PREFIX] -- FLAGS

A line of FILE that ends in `// safer: CODE` has a site with that form, and no
other line has one. Each form is applied by itself: the text has to compile, and
the site to be gone, or with std::as_const to be written with it. With --only
just the forms that begin so are expected.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile


def scan(warrant, file, flags):
    command = [warrant, "scan", "--root", ".", "--checks=*", "--json", "report.json", file]
    subprocess.run([*command, "--", *flags], check=True, stdout=subprocess.DEVNULL)
    report = json.loads(pathlib.Path("report.json").read_text(encoding="utf-8"))
    if any(unit["status"] != "ok" for unit in report["units"]):
        raise SystemExit(f"{file}: {report['units']}")
    return [site for site in report["sites"] if site["file"] == file]


def expected(text, only):
    found = set()
    for number, line in enumerate(text.splitlines(), 1):
        _, mark, code = line.partition("// safer: ")
        if mark and code.startswith(only):
            found.add((number, code))
    return found


def offset(lines, line, column):
    return sum(len(each) for each in lines[: line - 1]) + column - 1


def applied(text, edits):
    """The text, in bytes, with one form's edits made."""
    lines = text.splitlines(keepends=True)
    for edit in reversed(edits):
        begin = offset(lines, edit["line"], edit["column"])
        end = offset(lines, edit["endLine"], edit["endColumn"])
        text = text[:begin] + edit["text"].encode() + text[end:]
    return text


def remains(site, others):
    """Whether the site is still among others, as it was."""
    same = [o for o in others if (o["function"], o["kind"]) == (site["function"], site["kind"])]
    return any("std::as_const(" not in o["snippet"] for o in same)


def main(warrant, compiler, name, arguments):
    split = arguments.index("--")
    only = arguments[1] if arguments[0] == "--only" else ""
    flags = arguments[split + 1 :]
    text = pathlib.Path(name).read_bytes()
    file = "forms" + pathlib.Path(name).suffix
    pathlib.Path(file).write_bytes(text)
    sites = scan(warrant, file, flags)
    forms = [(site, form) for site in sites for form in site.get("safer", [])]
    mistakes = expected(text.decode(), only) ^ {(s["line"], f["code"]) for s, f in forms}
    for line, code in sorted(mistakes):
        print(f"{name}:{line}: only one of comment and scan has: {code}")
    for site, form in forms:
        pathlib.Path(file).write_bytes(applied(text, form["edits"]))
        built = subprocess.run([compiler, "-fsyntax-only", *flags, file], check=False)
        if built.returncode or remains(site, scan(warrant, file, flags)):
            print(f"{name}:{site['line']}: '{form['code']}' does not build, or leaves the site")
            mistakes.add((site["line"], form["code"]))
    print(f"{len(forms)} forms")
    return 1 if mistakes else 0


if __name__ == "__main__":
    import os

    here = tempfile.mkdtemp()
    paths = [os.path.abspath(path) for path in sys.argv[1:4]]
    os.chdir(here)
    pathlib.Path(".warrant.yaml").touch()
    try:
        sys.exit(main(*paths, sys.argv[4:]))
    finally:
        os.chdir("/")
        shutil.rmtree(here)
