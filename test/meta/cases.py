"""What the runners of case tables share: a table's cases are scanned as one
project, a file a case, and what differs from a case is told below its name."""

import collections
import json
import pathlib
import shutil
import sys


def fresh_folder(folder, inputs=None):
    folder = pathlib.Path(folder).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    if inputs:
        shutil.copytree(inputs, folder)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def tell(differences, are):
    """Prints the lines of each name in `differences`; answers the exit status.

    `are` says what a case is that has none."""
    failed = 0
    for name, lines in differences:
        failed += bool(lines)
        for line in lines and [f"{name}: not {are}", *lines]:
            print(line)
    total = len(differences)
    print(f"{total - failed} of {total} cases are {are}")
    return 1 if failed else 0


def run_table(cases_file, cases, folder, write_case, scan, difference, are):
    """Runs the table `cases_file`, whose `cases` have names, in `folder`."""
    names = [case.name for case in cases]
    if not names or len(set(names)) != len(names):
        sys.exit(f"{cases_file}: no case, or two of one name")
    commands = [write_case(case, folder) for case in cases]
    (folder / "compile_commands.json").write_text(json.dumps(commands))
    sites = collections.defaultdict(list)
    for site in scan(folder)["sites"]:
        sites[pathlib.PurePath(site["file"]).stem].append(site)
    return tell([(case.name, list(difference(case, sites[case.name])))
                 for case in cases], are)
