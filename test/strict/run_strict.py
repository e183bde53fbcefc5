#!/usr/bin/env python3
"""Scans cases, or the examples of a page, in strict mode.

usage: run_strict.py WARRANT CASES-FILE|PAGE.md WORK-FOLDER

A cases file holds cases of this form, and lines that begin with `;` behind the
source are remarks:

    === NAME [c]
    the source

Behind `// =>` on a line of the source stands the status of the line's only
site, behind a colon the properties that stay open, and behind `; ` a part of
what the report says of them. A line without it has no site.

In a page the code between ```cpp and ``` that has such a mark is a case, and so
is each row `| text | what is said |` of a table behind `<!-- strict: CODE -->`,
where CODE is a whole source with TEXT for the text and ANSWER for the mark.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "meta"))
import cases as table  # noqa: E402

MARK = "// =>"
PRELUDE = "#include <cassert>\n#include <cstddef>\n#include <cstdint>\n"


def cases_of_file(text):
    for chunk in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        title, _, source = chunk.partition("\n")
        lines = source.splitlines()
        while lines and (not lines[-1].strip() or lines[-1].startswith(";")):
            lines.pop()
        name, *flags = title.split()
        yield name + (".c" if "c" in flags else ".cpp"), "\n".join(lines) + "\n"


def cases_of_page(text):
    for number, code in enumerate(re.findall(r"^```cpp\n(.*?)^```$", text, re.M | re.S)):
        if MARK in code:
            yield f"code{number}.cpp", PRELUDE + code
    tables = re.findall(r"^<!-- strict: (.*?) -->\n(.*?)\n\n", text, re.M | re.S)
    for number, (code, table) in enumerate(tables):
        rows = [row.strip("| ").split(" | ") for row in table.splitlines()]
        for line, (said, answer) in enumerate(rows[2:]):
            source = code.replace("\\n", "\n").replace("TEXT", said.strip("`"))
            source = source.replace("ANSWER", f"{MARK} {answer}")
            yield f"table{number}-{line}.cpp", f"{PRELUDE}{source}\n"


def expectations(source):
    """Yields line, status, open properties and text of each mark."""
    for number, line in enumerate(source.splitlines(), 1):
        if MARK not in line:
            continue
        wanted, _, text = line.partition(MARK)[2].partition(";")
        status, _, names = wanted.strip().partition(":")
        names = {name.strip() for name in names.split(",") if name.strip()}
        yield number, status, names, text.strip()


def scan(warrant, folder, files):
    commands = []
    for file in files:
        compiler = ["cc", "-std=c17"] if file.endswith(".c") else ["c++", "-std=c++20"]
        arguments = compiler + ["-w", "-c", file]
        commands.append({"directory": str(folder), "file": file, "arguments": arguments})
    (folder / "compile_commands.json").write_text(json.dumps(commands))
    done = subprocess.run(
        [warrant, "scan", "--strict", "--root", folder, "-p", folder, "--json", "-"],
        capture_output=True, text=True, check=False,
    )
    if done.returncode:
        sys.exit(f"{done.stderr}\nthe scan's exit status is {done.returncode}")
    return json.loads(done.stdout)["sites"]


def difference(source, sites):
    """Lists what is not as expected."""
    left = list(sites)
    for line, status, names, text in expectations(source):
        here = [site for site in left if site["line"] == line]
        if len(here) != 1:
            yield f"  line {line} has {len(here)} sites"
            continue
        left.remove(here[0])
        missing = [p for p in here[0]["properties"] if p["state"] == "missing"]
        found = (here[0]["status"], {p["name"] for p in missing})
        if found != (status, names):
            yield f"  line {line} is {found[0]}: {', '.join(sorted(found[1]))}"
        if text and not any(text in p["by"] for p in here[0]["properties"]):
            yield f"  line {line} says: {[p['by'] for p in here[0]['properties']]}"
    for site in left:
        yield f"  line {site['line']} is {site['status']}, and not expected"


def main(warrant, path, folder):
    path, folder = pathlib.Path(path), pathlib.Path(folder).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    reader = cases_of_page if path.suffix == ".md" else cases_of_file
    cases = dict(reader(path.read_text(encoding="utf-8")))
    if not cases:
        sys.exit(f"{path}: no case")
    for file, source in cases.items():
        if not list(expectations(source)):
            sys.exit(f"{path}: {file} expects nothing")
        (folder / file).write_text(source, encoding="utf-8")
    sites = scan(warrant, folder, cases)
    return table.tell(
        [(file, list(difference(source, [s for s in sites if s["file"] == file])))
         for file, source in cases.items()], "as they say")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
