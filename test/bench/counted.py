#!/usr/bin/env python3
"""Writes the project whose analysis is counted in instructions.

usage: counted.py FOLDER

The root is FOLDER/project. The headers in FOLDER/system, which stand for those of
the system, are Warrant's own: real ones differ between machines.
"""

import json
import pathlib
import sys

INPUTS = pathlib.Path(__file__).resolve().parent / "Inputs" / "counted"
FAMILIES = 40  # headers of the library
# The units: the families that they include, those that they use in code of their
# own, and the text of that code.
UNITS = {
    "library.cpp": (range(FAMILIES), range(4), "user.cpp"),
    "templates.cpp": (range(16), range(16), "user.cpp"),
    "firmware.c": (range(0), range(60), "common.c"),
    # So many that their headers are worth to be parsed once for all.
    "one.cpp": (range(FAMILIES), range(4, 5), "user.cpp"),
    "two.cpp": (range(FAMILIES), range(5, 6), "user.cpp"),
    "three.cpp": (range(FAMILIES), range(6, 7), "user.cpp"),
}
ALONE = ("library.cpp", "templates.cpp", "firmware.c")  # counted by themselves, too


def text_of(name, number=0):
    text = (INPUTS / name).read_text(encoding="utf-8")
    return text.replace("@", str(number))


def source(included, used, code):
    lines = ["#include <base.h>"]
    lines += [f"#include <family_{number}.h>" for number in included]
    return "\n".join(lines + [text_of(code, number) for number in used])


def write(folder):
    system = folder / "system"
    system.mkdir(parents=True, exist_ok=True)
    (system / "base.h").write_text(text_of("base.h"), encoding="utf-8")
    for number in range(FAMILIES):
        header = system / f"family_{number}.h"
        header.write_text(text_of("family.h", number), encoding="utf-8")
    project, commands = folder / "project", []
    project.mkdir(exist_ok=True)
    for name, (included, used, code) in UNITS.items():
        text = source(included, used, code)
        (project / name).write_text(text, encoding="utf-8")
        compiler = ["clang", "-std=c11"]
        if name.endswith(".cpp"):
            compiler = ["clang++", "-std=c++17"]
        arguments = [*compiler, "--target=x86_64-linux-gnu", "-nostdinc"]
        arguments += ["-isystem", "../system", "-c", name]
        commands.append({"directory": ".", "file": name, "arguments": arguments})
    database = project / "compile_commands.json"
    database.write_text(json.dumps(commands), encoding="utf-8")


if __name__ == "__main__":
    write(pathlib.Path(sys.argv[1]))
