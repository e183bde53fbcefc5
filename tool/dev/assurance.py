#!/usr/bin/env python3
"""Writes docs/assurance.md: what is detected, by which tests, and what is not.

usage: assurance.py WARRANT SOURCE
"""

import collections
import json
import pathlib
import re
import subprocess
import sys

# What test/checks/check_hosts.py reads.
ITEM = r"[a-z]+(?:-[a-z]+)*(?::\d+)?(?:~[a-z]+)?"
EXPECTATION = re.compile(
    rf"\b(expect|proven)(?:\([+-]\d+\))?:((?:[ ]+{ITEM}(?=[\s,;]|$))+)")
MESSAGE = re.compile(r"(?:undocumented|partial|documented) '([a-z-]+)'|"
                     r"warning: ([a-z-]+): ")
SUFFIXES = (".c", ".cc", ".cpp", ".h", ".test", ".cases")

HEAD = """\
<!-- Written by tool/dev/update-docs.sh. -->

# Assurance

What an assessor may rely on: for each kind of operation what is detected, which of Warrant's own tests hold it, and what the check does not see. `warrant report REPORT.json --by-rule STANDARD` gives the same view of one audit, by the rules of MISRA C, MISRA C++, CERT, CWE or the
Core Guidelines, with why its sites were proven.

- A test page states the sites of its lines, open and proven; a line without a statement has none, so each of them is a negative, too. Most pages run
  in the scanner and in clang-tidy and have to agree.
- What the audit of a project could not see is counted in every report as blind spots, and an audit that failed for a unit does not pass.
- [proofs.md](proofs.md) has the rules by which sites are `proven`, and what is never proven. `test/evidence` holds each rule beside what a wrong
  proof would pass.
- Every report names the revision, the mode, and digests of the configuration and of the compile commands; two runs that agree in these and in the
  tool's version are the same, byte by byte.

**Tests** says where in `test/` pages expect such sites; **proven** whether one of these pages expects a proven one, beside `test/evidence`.
"""


def expectations(source):
    """By kind: which folders expect sites of it, and whether proven ones."""
    folders = collections.defaultdict(set)
    proven = set()
    for path in sorted((source / "test").rglob("*")):
        if path.suffix not in SUFFIXES or not path.is_file():
            continue
        text = path.read_text(errors="replace")
        folder = path.parent.relative_to(source / "test").as_posix()
        for how, items in EXPECTATION.findall(text):
            kinds = {re.split("[:~]", item)[0] for item in items.split()}
            proven |= kinds if how == "proven" else set()
            for kind in kinds:
                folders[kind].add(folder)
        for match in MESSAGE.finditer(text):
            folders[match[1] or match[2]].add(folder)
    return folders, proven


def main(arguments):
    source = pathlib.Path(arguments[1])
    checks = json.loads(subprocess.run([arguments[0], "list", "--json"], check=True,
                                       capture_output=True, text=True,
                                       cwd=source).stdout)
    folders, proven = expectations(source)
    print(HEAD, end="")
    for check in checks:
        print(f"\n## {check['name']}\n")
        print(f"Finds {check['summary']}: [what is meant](checks/{check['name']}.md).\n")
        print("| kind | what | severity | tests | proven |\n| --- | --- | --- | --- | --- |")
        for kind in check["kinds"]:
            name, what = kind["name"], kind["summary"].replace("|", "\\|")
            print(f"| `{name}` | {what} | {kind['severity']} | "
                  f"{', '.join(sorted(folders[name])) or 'none'} | "
                  f"{'yes' if name in proven else 'no'} |")
        print(f"\nIt does not see:\n\n{check['limits']}")


if __name__ == "__main__":
    main(sys.argv[1:])
