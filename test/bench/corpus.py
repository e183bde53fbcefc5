"""A project to measure on: its units, and the commands that the tools get."""

import collections
import concurrent.futures
import json
import pathlib
import re
import shlex
import subprocess
import sys

import children

HERE = pathlib.Path(__file__).resolve().parent
KNOWN = ("leveldb", "abseil", "fmt", "redis", "yaml-cpp", "libuv", "re2", "opensbi")
# What `run.sh` measures when no project is named: the last two are there for
# nobody to tune on.
USUAL = ("leveldb", "abseil", "fmt", "redis", "yaml-cpp", "libuv")
SUFFIXES = (".c", ".cc", ".cpp", ".cxx")
WITH_VALUE = ("-o", "-MF", "-MT", "-MQ")
CROSS = re.compile(r"(?P<target>\w+-\w[\w-]*)-(?:gcc|g\+\+)$")

Unit = collections.namedtuple("Unit", "directory file arguments")
Corpus = collections.namedtuple("Corpus", "name root database units refused")


def fetch(name, work, mirror):
    """The pinned sources of a project that projects.sh knows."""
    folder = work / "sources" / name
    if not (folder / "build" / "compile_commands.json").exists():
        script = [HERE / "projects.sh", name, work / "sources", mirror]
        done = children.run(["sh", *script])
        if done.status:
            sys.exit(f"{name} can't be had:\n{done.output}")
    return folder


def mirror_of_this_machine():
    """The first archive that apt has packages from."""
    done = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    lines = done.stdout.split()
    if not lines:
        sys.exit("apt has no archive here: name one with --mirror")
    return lines[0]


def clang_command(unit, clang):
    """The unit's command for Clang to look at the source and write nothing."""
    compiler = pathlib.Path(unit.arguments[0]).name
    program = pathlib.Path(clang)
    if compiler.endswith("++"):
        program = program.with_name(program.name.replace("clang", "clang++", 1))
    words = [str(program), "-w", "-fsyntax-only"]
    cross = CROSS.search(compiler)
    if cross:
        words.append(f"--target={cross['target']}")
    skip = False
    for word in unit.arguments[1:]:
        if not skip and word not in WITH_VALUE and word not in ("-c", "-MD", "-MMD"):
            words.append(word)
        skip = word in WITH_VALUE
    return words


def units_of(root, build):
    """The C and C++ units below the root, each command once."""
    text = (build / "compile_commands.json").read_text(encoding="utf-8")
    seen, units = set(), []
    for entry in json.loads(text):
        directory = (build / entry["directory"]).resolve()
        file = (directory / entry["file"]).resolve()
        if not file.is_relative_to(root) or file.suffix not in SUFFIXES:
            continue
        arguments = entry.get("arguments") or shlex.split(entry["command"])
        unit = Unit(directory, file, tuple(arguments))
        if unit not in seen:
            seen.add(unit)
            units.append(unit)
    return sorted(units, key=lambda unit: (unit.file, unit.arguments))


def is_parsed(unit, clang):
    return children.run(clang_command(unit, clang), unit.directory).status == 0


def sampled(units, count):
    """At most so many, evenly from all."""
    if not count or count >= len(units):
        return units
    return [units[index * len(units) // count] for index in range(count)]


def open_corpus(name, root, work, clang, sample):
    """The units that Clang parses, in a database of their own: the tools are to
    do the same work, and errors would end some of it early."""
    root = root.resolve()
    build = root / "build"
    if not (build / "compile_commands.json").exists():
        build = root
    units = sampled(units_of(root, build), sample)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        parsed = list(pool.map(lambda unit: is_parsed(unit, clang), units))
    kept = [unit for unit, good in zip(units, parsed) if good]
    if not kept:
        sys.exit(f"{name}: {clang} parses none of its {len(units)} units")
    folder = work / name
    folder.mkdir(parents=True, exist_ok=True)
    entries = [
        {
            "directory": str(unit.directory),
            "file": str(unit.file),
            "arguments": list(unit.arguments),
        }
        for unit in kept
    ]
    (folder / "compile_commands.json").write_text(json.dumps(entries), encoding="utf-8")
    return Corpus(name, root, folder, kept, len(units) - len(kept))
