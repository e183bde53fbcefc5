"""Scans projects of three units each and says what became of their prefix.

usage: prefix.py WARRANT FOLDER

Each folder in FOLDER but `system` is a project: `use.h` and `more.h`, if it is
there, are included by three sources, with the flags in `flags`, and in
`flags.N` for the one with that number. Projects whose name begins with `c-` are
in C.
"""

import json
import os
import re
import subprocess
import sys

WARRANT, FOLDER = sys.argv[1:]


def write(path, text):
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)


def words(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as given:
        return given.read().split()


def make(project):
    """Writes the sources and their compile commands."""
    is_c = os.path.basename(project).startswith("c-")
    flags = ["-std=c11" if is_c else "-std=c++17"]
    flags += ["-isystem", os.path.join(FOLDER, "system")]
    flags += words(os.path.join(project, "flags"))
    text = "".join(
        f'#include "{name}"\n'
        for name in ("use.h", "more.h")
        if os.path.exists(os.path.join(project, name))
    )
    entries = []
    for number in range(3):
        own = words(os.path.join(project, f"flags.{number}"))
        source = os.path.join(project, f"{number}.{'c' if is_c else 'cpp'}")
        write(source, text + f"int own{number}(int *p) {{ return p[{number}]; }}\n")
        entries.append(
            {
                "directory": project,
                "file": source,
                "arguments": ["clang", *flags, *own, "-c", source],
            }
        )
    write(os.path.join(project, "compile_commands.json"), json.dumps(entries))
    write(os.path.join(project, ".warrant.yaml"), "{}\n")


def scan(project, *options):
    """The report's bytes, and standard error."""
    report = os.path.join(project, "report.json")
    run = subprocess.run(
        [WARRANT, "scan", "--root", project, "-p", project, "-j1", "--no-cache"]
        + ["--json", report, *options],
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode not in (0, 3):
        sys.exit(f"status {run.returncode} of {project}: {run.stderr}")
    with open(report, "rb") as written:
        return written.read(), run.stderr


def pad():
    """Makes the system's headers large enough to be worth precompiling."""
    for folder, _, names in os.walk(os.path.join(FOLDER, "system")):
        for name in names:
            with open(os.path.join(folder, name), "a", encoding="utf-8") as header:
                header.write("//" + 300_000 * " " + "\n")


pad()
for name in sorted(os.listdir(FOLDER)):
    if name == "system":
        continue
    project = os.path.join(FOLDER, name)
    make(project)
    report, profile = scan(project, "--profile")
    print(name)
    for line in profile.splitlines():
        if re.search("used precompiled|could not:", line):
            print(re.sub(r"^ *\d+ +(?=could)|^ +", "", re.sub("  +", " ", line)))
    exact, _ = scan(project, "--exact")
    print("the same as exact" if report == exact else "NOT the same as exact")
    if b'"file": "0.c' not in report:
        sys.exit(f"nothing found in {project}")
