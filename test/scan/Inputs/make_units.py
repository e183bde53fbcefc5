#!/usr/bin/env python3
"""Writes a small project: one header that has a site, and N units with one.

usage: make_units.py FOLDER N
"""

import json
import os
import sys


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


def main(folder, count):
    write(folder, "shared.h", "inline int first(int *p) { return p[0]; }\n")
    entries = []
    for number in range(count):
        name = f"unit{number}.cpp"
        write(
            folder,
            name,
            "#include <algorithm>\n"
            '#include "shared.h"\n'
            f"int *next{number}(int *p) {{ return p + {number + 1}; }}\n",
        )
        command = f"g++ -std=c++17 -c {name}"
        entries.append({"directory": ".", "file": name, "command": command})
    # Not in the order of their names: the output must be.
    write(folder, "compile_commands.json", json.dumps(entries[::-1]))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
