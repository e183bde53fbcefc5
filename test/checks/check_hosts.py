#!/usr/bin/env python3
"""Checks what the scanner and clang-tidy report for the same files.

usage: check_hosts.py --warrant W --clang-tidy "T..." [--root DIR] [--none]
                      [--on CHECK]... FILE... -- FLAGS...

Both hosts analyse FILE... with FLAGS, the root being DIR or the first file's
folder. They must report the same sites, and these must be the ones that the
files' comments expect (with --root those of all files below DIR):

    p[i] = q[i]; // expect: subscript:3 subscript
    a[1] = 0;    // proven: array-index
    // expect(+1): step~possible, with words behind a comma

On the line (or N lines below or above it) one site of each kind is open, or
proven; behind a kind may stand its column and its precision, which is `certain`
otherwise. A line without a comment expects nothing, so every line is a test.
--none says that nothing is expected at all. The checks that are on by default
run, and those that --on names.
"""

import argparse
import collections
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

OPEN = ("unknown", "undocumented", "partial")
ITEM = r"[a-z]+(?:-[a-z]+)*(?::\d+)?(?:~[a-z]+)?"
EXPECTATION = re.compile(
    rf"\b(expect|proven)(?:\(([+-]\d+)\))?:((?:[ ]+{ITEM}(?=[\s,;]|$))+)"
)
DIAGNOSTIC = re.compile(
    r"^(?P<file>[^:\s]+):(?P<line>\d+):(?P<column>\d+): warning: \w+ "
    r"'(?P<kind>[a-z-]+)'.* \[warrant-(?P<check>[a-z-]+)\]$"
)
REMARK = re.compile(
    r"^(?P<file>[^:\s]+):(?P<line>\d+):(?P<column>\d+): warning: "
    r"(?P<kind>[a-z-]+): .* \[warrant-(?P<check>safety-comment)\]$"
)

Site = collections.namedtuple("Site", "file line column check kind")


def run(command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        end = "\n".join((done.stdout + done.stderr).splitlines()[-12:])
        sys.exit(f"{shlex.join(command)}\nexits with {done.returncode}:\n{end}")
    return done.stdout


def scan(options, root, files, flags):
    """The scanner's report, as its JSON has it."""
    with tempfile.TemporaryDirectory() as folder:
        report = os.path.join(folder, "report.json")
        run([options.warrant, "scan", f"--root={root}", f"--json={report}"]
            + [f"--checks={check}" for check in options.on]
            + files + ["--"] + flags)
        with open(report, encoding="utf-8") as stream:
            return json.load(stream)


def tidy(options, root, flags):
    """The set of clang-tidy's sites and remarks."""
    config = json.dumps({"CheckOptions": {"Root": root}})
    known = json.loads(run([options.warrant, "list", "--json"]))
    checks = ",".join(
        "warrant-" + check["name"] for check in known
        if check["onByDefault"] or check["name"] in options.on
    )
    output = run(
        shlex.split(options.clang_tidy)
        + ["--quiet", f"--checks=-*,{checks}", "--header-filter=.*",
           f"--config={config}"]
        + options.files + ["--"] + flags
    )
    found = set()
    for line in output.splitlines():
        match = DIAGNOSTIC.match(line) or REMARK.match(line)
        if not match:
            continue
        file = os.path.relpath(os.path.realpath(match["file"]), root)
        found.add(Site(file, int(match["line"]), int(match["column"]),
                       match["check"], match["kind"]))
    return found


def expectations(options, root):
    """(state, file, line) -> the items that its comments list."""
    paths = [pathlib.Path(os.path.realpath(file)) for file in options.files]
    if options.root:
        paths = sorted(p for p in pathlib.Path(root).rglob("*") if p.is_file())
    wanted = collections.defaultdict(list)
    for path in paths:
        file = os.path.relpath(path, root)
        text = path.read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            for word, offset, items in EXPECTATION.findall(line):
                key = (word, file, number + int(offset or 0))
                wanted[key] += items.split()
    return wanted


def matches(item, site):
    item, _, precision = item.partition("~")
    kind, _, column = item.partition(":")
    return (
        kind == site["kind"]
        and site["precision"] == (precision or "certain")
        and (not column or int(column) == site["column"])
    )


def compare(wanted, sites):
    """Yields what was not reported, and what was not expected."""
    for site in sites:
        if site["status"] == "documented":
            continue
        word = "expect" if site["status"] in OPEN else "proven"
        items = wanted.get((word, site["file"], site["line"]), [])
        found = [item for item in items if matches(item, site)]
        if found:
            # The most particular item is this site's.
            items.remove(max(found, key=len))
            continue
        yield (
            f"{site['file']}:{site['line']}:{site['column']}: not expected: "
            f"{word}: {site['kind']}~{site['precision']} '{site['snippet']}'"
        )
    for (word, file, line), items in wanted.items():
        for item in items:
            yield f"{file}:{line}: not reported: {word}: {item}"


def disagreements(options, root, flags, diagnosed):
    """clang-tidy sees one unit at a time, and so does the scanner here."""
    scanned = set()
    for file in options.files:
        report = scan(options, root, [file], flags)
        scanned |= {
            Site(s["file"], s["line"], s["column"], s["check"], s["kind"])
            for s in report["sites"] if s["status"] in OPEN
        }
        scanned |= {
            Site(r["file"], r["line"], r["column"], "safety-comment", r["kind"])
            for r in report["remarks"]
        }
    for site in sorted(scanned - diagnosed):
        yield "only the scanner: {}:{}:{}: {} {}".format(*site)
    for site in sorted(diagnosed - scanned):
        yield "only clang-tidy: {}:{}:{}: {} {}".format(*site)


def main(arguments):
    flags = []
    if "--" in arguments:
        split = arguments.index("--")
        arguments, flags = arguments[:split], arguments[split + 1:]
    parser = argparse.ArgumentParser()
    parser.add_argument("--warrant", required=True)
    parser.add_argument("--clang-tidy", required=True)
    parser.add_argument("--root")
    parser.add_argument("--none", action="store_true")
    parser.add_argument("--on", action="append", default=[])
    parser.add_argument("--agree-only", action="store_true")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args(arguments)
    root = os.path.realpath(options.root or os.path.dirname(options.files[0]))

    diagnosed = tidy(options, root, flags)
    mistakes = list(disagreements(options, root, flags, diagnosed))
    if options.agree_only:
        if not diagnosed:
            mistakes.append("nothing is reported: agreement means nothing")
    else:
        sites = scan(options, root, options.files, flags)["sites"]
        wanted = expectations(options, root)
        if bool(wanted) == options.none:
            mistakes.append("--none is for files without expectations")
        mistakes += compare(wanted, sites)
    for mistake in mistakes:
        print(mistake)
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
