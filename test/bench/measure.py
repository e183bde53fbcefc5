#!/usr/bin/env python3
"""Measures Warrant beside clang -fsyntax-only and clang-tidy.

Every round runs each tool once, one after the other, and ratios are those
within a round: what else runs on the machine makes both slow.
"""

import argparse
import os
import pathlib
import sys

import corpus
import summary
import tools


def parse_options():
    parser = argparse.ArgumentParser(prog="run.sh", description=__doc__.splitlines()[0])
    parser.add_argument("project", nargs="*", help=", ".join(corpus.KNOWN))
    parser.add_argument("--corpus", action="append", default=[], metavar="NAME=DIR",
                        help="a folder with build/compile_commands.json (repeatable)")
    parser.add_argument("-r", "--rounds", type=int, default=7)
    parser.add_argument("--only", action="append", default=[], choices=tools.ALL,
                        help="measure this (repeatable); else everything")
    parser.add_argument("--sample", type=int, default=0, metavar="N",
                        help="at most N units of each project, for a quick look")
    parser.add_argument("--work", type=pathlib.Path, default="build/bench",
                        help="where sources and reports go (build/bench)")
    parser.add_argument("--mirror", help="Debian archive; else the first one of apt")
    parser.add_argument("--warrant", default="build/release/bin/warrant")
    parser.add_argument("--clang", default="clang-19")
    parser.add_argument("--clang-tidy", default="clang-tidy-19")
    parser.add_argument("--markdown", type=pathlib.Path, help="write the tables there")
    parser.add_argument("--json", type=pathlib.Path, help="write every number there")
    parser.add_argument("--no-memory", action="store_true",
                        help="leave out the runs that watch the memory")  # fmt: skip
    options = parser.parse_args()
    options.work = options.work.resolve()
    options.warrant = str(pathlib.Path(options.warrant).resolve())
    for name in options.project:
        if name not in corpus.KNOWN:
            parser.error(f"no project '{name}'; known are {', '.join(corpus.KNOWN)}")
    return options


def folders(options):
    """The folder of each project by its name."""
    found = {}
    for given in options.corpus:
        name, equals, folder = given.partition("=")
        if not equals or not pathlib.Path(folder).is_dir():
            sys.exit(f"--corpus {given}: NAME=DIR is expected")
        found[name] = pathlib.Path(folder)
    names = options.project or ([] if found else corpus.USUAL)
    if names:
        mirror = options.mirror or corpus.mirror_of_this_machine()
        found |= {name: corpus.fetch(name, options.work, mirror) for name in names}
    return found


def measure(options, project, save):
    """All rounds of one project; what there is so far is saved after each, for a
    long run may be stopped."""
    bench = tools.Bench(options, project)
    names = tools.ways(options)
    for name in names:  # what is on the disk is in memory from now on
        bench.run(name)
    found = {
        "name": project.name,
        "units": len(project.units),
        "refused": project.refused,
        "rounds": [],
        "differences": {
            name: bench.compare(name)
            for name in names
            if "exact" in names and name in tools.WAYS and name != "exact"
        },
        "peaks": {},
        "wrong": bench.wrong,
    }
    for number in range(options.rounds):
        # Another order each time: heat and frequency favour who comes first.
        turn = number % len(names)
        costs = {name: bench.run(name) for name in names[turn:] + names[:turn]}
        found["rounds"].append({name: costs[name]._asdict() for name in names})
        print(f"{project.name}: round {number + 1} of {options.rounds}", file=sys.stderr)
        save(found)
    if not options.no_memory:
        watched = [name for name in names if name in tools.WAYS]
        found["peaks"] = {name: bench.peak(name) for name in watched}
        save(found)


def main():
    options = parse_options()
    options.known = tools.known_flags(options.warrant, options.work / "flags")
    result = {
        "warrant": tools.version(options.warrant),
        "clang": tools.version(options.clang),
        "cores": os.cpu_count(),
        "projects": [],
    }
    for name, root in folders(options).items():
        project = corpus.open_corpus(
            name, root, options.work, options.clang, options.sample
        )
        before = result["projects"]

        def save(found, before=before):
            result["projects"] = [*before, found]
            summary.write(result, options)

        measure(options, project, save)
    print(summary.markdown(result))
    return 1 if summary.is_wrong(result) else 0


if __name__ == "__main__":
    sys.exit(main())
