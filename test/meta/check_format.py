#!/usr/bin/env python3
"""Checks that Warrant's own sources are formatted.

usage: check_format.py CLANG-FORMAT ROOT

Inputs of tests are left out: there layout is what is tested.
"""

import pathlib
import subprocess
import sys

FOLDERS = ("checks", "docs/example", "include", "test/unit", "tool")
SUFFIXES = (".c", ".cpp", ".h")


def main(clang_format, root):
    files = [
        str(path)
        for folder in FOLDERS
        for path in sorted(pathlib.Path(root, folder).rglob("*"))
        if path.suffix in SUFFIXES
    ]
    if not files:
        print("no file to check", file=sys.stderr)
        return 1
    command = [clang_format, "--dry-run", "-Werror", "--style=file"]
    return subprocess.run(command + files).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
