#!/usr/bin/env python3
"""Checks what Warrant's own sources have to look like.

usage: check_sources.py ROOT

Every source has the licence's header and, tables apart, is short enough to be
read at once; the top folder holds nothing but what readers look for there.
"""

import pathlib
import sys

FOLDERS = ("checks", "include", "test/unit", "tool")
SUFFIXES = (".cpp", ".def", ".h")
MAX_LINES = 350
HEADER = "// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception"
TOP = {
    "CHANGELOG.md", "CMakeLists.txt", "CMakePresets.json", "LICENSE",
    "README.md", "checks", "docs", "include", "scan.sh", "test", "test.sh",
    "tool",
}
# What builds and people leave there; git ignores it.
LEFT_OVER = {"build", "CMakeUserPresets.json", "compile_commands.json"}


def mistakes(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or not lines[0].startswith(f"//===- {path.name} - "):
        yield f"{path}:1: the first line is not '//===- {path.name} - ...'"
    if HEADER not in lines[:8]:
        yield f"{path}:1: no licence header"
    if path.suffix != ".def" and len(lines) > MAX_LINES:
        yield f"{path}: {len(lines)} lines, more than {MAX_LINES}"


def main(root):
    root = pathlib.Path(root)
    found = [
        f"{path.name}: not for the top folder"
        for path in sorted(root.iterdir())
        if not path.name.startswith(".") and path.name not in TOP | LEFT_OVER
    ]
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in SUFFIXES:
                found += mistakes(path)
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
