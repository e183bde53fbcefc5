#!/usr/bin/env python3
"""Runs a table of compile commands.

usage: run_commands.py WARRANT CASES FOLDER

A case begins with a line `=== NAME`. The lines below say, in any order:

    command: GCC ...         the entry's command, or
    arguments: ["GCC", ...]  its arguments
    file: NAME               its file (a.c), in
    directory: NAME          this folder (that of the case)
    holds: CONDITION         what `#if` has to find true there
    text: TEXT               a line of the file (repeatable)
    add: NAME = TEXT         another file, as is; `\\n` ends a line (repeatable)
    link: NAME -> TARGET     a symbolic link (repeatable)
    status: WORD             of the unit (ok)
    says: TEXT               one of the unit's messages has it (repeatable)
    note: TEXT               all that is noted of the run (repeatable; nothing)
    absent: NAME             a file that must not be there afterwards

Text behind `#` at the start of a line is a comment.
"""

import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "meta"))
import cases as tables  # noqa: E402

NOTE = "warrant: note: "


def read(file):
    found = {}
    for line in pathlib.Path(file).read_text(encoding="utf-8").splitlines():
        if line.startswith("=== "):
            name = line[4:]
            if name in found:
                sys.exit(f"{file}: two cases '{name}'")
            found[name] = []
        elif line and not line.startswith("#"):
            key, _, value = line.partition(":")
            found[name].append((key, value.strip()))
    return found


def all_of(case, key):
    return [value for word, value in case if word == key]


def one_of(case, key, default=None):
    return next(iter(all_of(case, key)), default)


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write(case, folder):
    for added in all_of(case, "add"):
        name, _, text = added.partition(" = ")
        put(folder / name, text.replace("\\n", "\n") + "\n")
    directory = one_of(case, "directory", ".")
    (folder / directory).mkdir(parents=True, exist_ok=True)
    for link in all_of(case, "link"):
        name, _, target = link.partition(" -> ")
        os.symlink(target, folder / name)
    lines = all_of(case, "text")
    condition = one_of(case, "holds")
    if condition:
        lines += [f"#if !({condition})", "#error not understood", "#endif"]
    file = one_of(case, "file", "a.c")
    if lines:
        # `..` is what the file system makes of it: links count.
        put(pathlib.Path(os.path.realpath(folder / directory / file)),
            "\n".join(lines) + "\n")  # fmt: skip
    entry = {"directory": directory, "file": file}
    if one_of(case, "arguments"):
        entry["arguments"] = json.loads(one_of(case, "arguments"))
    else:
        entry["command"] = one_of(case, "command")
    put(folder / "compile_commands.json", json.dumps([entry]))


def differences(case, folder, warrant):
    command = [warrant, "scan", "--root", folder, "-p", folder, "--json", "-"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not done.stdout.startswith("{"):
        yield f"  no report: {done.stderr}"
        return
    units = json.loads(done.stdout)["units"]
    if len(units) != 1:
        yield f"  {len(units)} units"
        return
    status, messages = units[0]["status"], units[0]["messages"]
    if status != one_of(case, "status", "ok"):
        yield f"  unit: {status} {messages}"
    for text in all_of(case, "says"):
        if not any(text in message for message in messages):
            yield f"  not said: {text}, but {messages}"
    lines = [line for line in done.stderr.splitlines() if line.startswith(NOTE)]
    notes = [line.removeprefix(NOTE) for line in lines]
    expected = all_of(case, "note")
    if len(notes) != len(expected) or any(
        text not in note for text, note in zip(expected, notes)
    ):
        yield f"  notes: {notes}"
    for name in all_of(case, "absent"):
        if (folder / name).exists():
            yield f"  {name} was written"


def main(warrant, file, folder):
    folder = tables.fresh_folder(folder)
    result = []
    for number, (name, case) in enumerate(read(file).items()):
        place = folder / f"case {number}"
        place.mkdir()
        write(case, place)
        result.append((name, list(differences(case, place, warrant))))
    return tables.tell(result, "understood")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
