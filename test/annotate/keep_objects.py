#!/usr/bin/env python3
"""Annotates a project, and fails where that does more than it should.

usage: keep_objects.py WARRANT CLANG FOLDER

FOLDER holds C and C++ sources; flags of one are behind `// FLAGS:` or
`/* FLAGS:` on its first line. Everything is compiled before and after, without
debug information and with __LINE__ as a constant: the objects have to be the
same. So do the sites and their fingerprints; each that was undocumented has to
be so still, with a placeholder. A second run has to change nothing.
"""

import json
import pathlib
import re
import subprocess
import sys

SAME = ["-w", "-g0", "-DNDEBUG", "-Wno-builtin-macro-redefined", "-D__LINE__=0"]
PLACEHOLDER = "a placeholder"


def flags_of(file):
    """What the file's first line asks for, and its language's standard."""
    first = file.read_bytes().splitlines()[0].decode("utf-8", "replace")
    found = re.search(r"FLAGS:([^*]*)", first)
    standard = "-std=gnu17" if file.suffix == ".c" else "-std=gnu++20"
    return [standard, *(found.group(1).split() if found else [])]


def write_database(clang, folder):
    units = sorted(f for f in folder.iterdir() if f.suffix in (".c", ".cpp"))
    commands = [
        {
            "directory": str(folder),
            "file": unit.name,
            "arguments": [clang, *flags_of(unit), *SAME, "-c", unit.name],
        }
        for unit in units
    ]
    (folder / "compile_commands.json").write_text(json.dumps(commands))
    return commands


def compiled(commands):
    objects = {}
    for command in commands:
        run = [*command["arguments"], "-o", "-"]
        done = subprocess.run(run, cwd=command["directory"], stdout=subprocess.PIPE)
        if done.returncode:
            sys.exit(f"{command['file']} does not compile")
        objects[command["file"]] = done.stdout
    return objects


def run_warrant(warrant, verb, folder, *options):
    command = [warrant, verb, "--root", folder, "-p", folder, *options]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(f"{done.stdout}\n{verb}: exit status {done.returncode}")
    return done.stdout


def scanned(warrant, folder):
    report = folder / "report.json"
    run_warrant(warrant, "scan", folder, "--json", report)
    return json.loads(report.read_text(encoding="utf-8"))


def contents(folder):
    files = [f for f in folder.iterdir() if f.suffix in (".c", ".cpp", ".h")]
    return {f.name: f.read_bytes() for f in files}


def statuses(report):
    return {site["fingerprint"]: site["status"] for site in report["sites"]}


def mistakes(before, after, rest):
    """What is wrong with the sites; `rest` could not be annotated."""
    if statuses(before) != statuses(after):
        yield "the sites are not the same, or have another status"
    for site in after["sites"]:
        place = f"{site['file']}:{site['line']}"
        if site["status"] != "undocumented" or place in rest:
            continue
        if site["rejection"] != PLACEHOLDER:
            yield f"{place}: {site['snippet']}: has no placeholder"


def main(warrant, clang, folder):
    folder = pathlib.Path(folder).resolve()
    commands = write_database(clang, folder)
    objects, before = compiled(commands), scanned(warrant, folder)
    said = run_warrant(warrant, "annotate", folder)
    after, first = scanned(warrant, folder), contents(folder)
    wrong = [
        f"{name}: another object"
        for name, code in compiled(commands).items()
        if code != objects[name]
    ]
    again = run_warrant(warrant, "annotate", folder)
    rest = set(re.findall(r"^(.+:\d+):\d+: note:", again, re.MULTILINE))
    wrong += mistakes(before, after, rest)
    if contents(folder) != first:
        wrong.append("a second run changed something")
    print(said, *wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
