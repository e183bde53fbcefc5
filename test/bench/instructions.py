#!/usr/bin/env python3
"""Counts the instructions of Warrant on a fixed project.

usage: instructions.py check|update|is-recorded --counts FILE
                       [--warrant PROGRAM] [--work FOLDER]

Seconds vary with the machine; what valgrind counts does so hardly, and does not
at all between two runs. The counts in FILE are those of a distribution with its
package of LLVM: another's compiler and libraries have other ones. `check` fails
where one has grown by more than 3 %, and `update` writes them.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import counted

TOLERANCE = 0.03
COLLECTED = re.compile(r"Collected : (\d+)")


def key():
    """Where a count holds: `debian-12, libclang-19-dev 1:19.1.7-3`."""
    system = dict(
        line.split("=", 1)
        for line in pathlib.Path("/etc/os-release").read_text("utf-8").splitlines()
        if "=" in line
    )
    name = "-".join(system.get(part, "").strip('"') for part in ("ID", "VERSION_ID"))
    package = "libclang-19-dev"
    version = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}", package],
        capture_output=True, text=True, check=False,
    ).stdout  # fmt: skip
    return f"{name}, {package} {version}"


def without_randomness():
    """What puts addresses at the same places each time, where that is allowed."""
    command = ["setarch", "-R"]
    tried = subprocess.run([*command, "true"], capture_output=True, check=False)
    return command if tried.returncode == 0 else []


def count(warrant, work, name, units):
    """The instructions of one scan, with those of its workers."""
    cache = work / f"cache-{name}"
    shutil.rmtree(cache, ignore_errors=True)
    cache.mkdir()
    project = work / "project"
    command = [
        *without_randomness(), "valgrind", "--tool=callgrind",
        "--callgrind-out-file=/dev/null",
        warrant, "scan", "--root", ".", "-p", ".", "-j1", *units,
    ]  # fmt: skip
    environment = {"PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(cache)}
    done = subprocess.run(
        [str(word) for word in command], cwd=project, env=environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    counts = [int(number) for number in COLLECTED.findall(done.stderr)]
    if done.returncode or len(counts) < 2:  # its own and that of a worker
        sys.exit(f"{name}: status {done.returncode}\n{done.stderr}")
    return sum(counts)


def count_all(options):
    """By the name of each unit, and of the whole project."""
    counted.write(options.work)
    runs = {"project": []} | {name: [name] for name in counted.ALONE}
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        futures = {
            name: pool.submit(count, options.warrant, options.work, name, units)
            for name, units in runs.items()
        }
        return {name: future.result() for name, future in futures.items()}


def check(found, expected):
    """Says how each count compares; true where none has grown too much."""
    good = True
    for name, number in found.items():
        before = expected[name]
        change = number / before - 1
        print(f"{name}: {number:,} instructions, {before:,} recorded, {change:+.1%}")
        good &= change <= TOLERANCE
    return good


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("action", choices=("check", "update", "is-recorded"))
    parser.add_argument("--counts", type=pathlib.Path, required=True)
    parser.add_argument("--warrant", type=pathlib.Path)
    parser.add_argument("--work", type=pathlib.Path)
    options = parser.parse_args()
    if options.action != "is-recorded" and not (options.warrant and options.work):
        parser.error("--warrant and --work are needed")
    return options


def main():
    options = parse_options()
    recorded = json.loads(options.counts.read_text(encoding="utf-8"))
    if options.action == "is-recorded":
        return 0 if key() in recorded else 1
    options.warrant, options.work = options.warrant.resolve(), options.work.resolve()
    found = count_all(options)
    if options.action == "update":
        recorded[key()] = found
        text = json.dumps(recorded, indent=2, sort_keys=True) + "\n"
        options.counts.write_text(text, encoding="utf-8")
        return 0
    if check(found, recorded[key()]):
        return 0
    print("more than 3 % is too much: find out why (callgrind_annotate), or, where it")
    print("is worth it, run this again with `update` and say why in the commit")
    return 1


if __name__ == "__main__":
    sys.exit(main())
