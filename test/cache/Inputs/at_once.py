"""Several scans of a project with one cache at once: each prints what one
alone does, and afterwards all units are there.

usage: at_once.py WARRANT FOLDER
"""

import os
import shutil
import subprocess
import sys

WARRANT, TOP = sys.argv[1:]
RUNS, UNITS = 4, 12


def command(*words):
    return [WARRANT, "scan", "--root", TOP, "-p", TOP, "-v", "-j1",
            "--cache-dir", os.path.join(TOP, ".cache"), *words]


def main():
    shutil.rmtree(TOP, ignore_errors=True)
    os.makedirs(TOP)
    entries = []
    for number in range(UNITS):
        with open(os.path.join(TOP, f"u{number}.c"), "w", encoding="utf-8") as f:
            f.write(f"int f{number}(int *p) {{ return p[{number}]; }}\n")
        entries.append(f'{{"directory": "{TOP}", "file": "u{number}.c", '
                       f'"command": "cc -c u{number}.c"}}')
    with open(os.path.join(TOP, "compile_commands.json"), "w",
              encoding="utf-8") as f:
        f.write("[" + ",".join(entries) + "]")
    right = subprocess.run([WARRANT, "scan", "--root", TOP, "-p", TOP,
                            "--no-cache"],
                           capture_output=True, text=True, check=True).stdout
    # Each knows half of the units and shares some with its neighbours.
    parts = [[os.path.join(TOP, f"u{(3 * run + n) % UNITS}.c")
              for n in range(UNITS // 2)] for run in range(RUNS)]
    running = [subprocess.Popen(command(*part), stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True)
               for part in parts]
    for each in running:
        _, errors = each.communicate()
        if each.returncode or "no cache" in errors:
            sys.exit(f"status {each.returncode}: {errors}")
    for _ in range(2):
        last = subprocess.run(command(), capture_output=True, text=True,
                              check=True)
        if last.stdout != right:
            sys.exit("the report differs:\n" + last.stdout)
    if f"{UNITS} of {UNITS} units from the cache" not in last.stderr:
        sys.exit(last.stderr)


main()
