#!/usr/bin/env python3
"""Compares Warrant's sites with what clang-tidy and -Wunsafe-buffer-usage flag.

usage: differential.py --warrant WARRANT | --report FILE --root ROOT -p BUILD
                       --explained FILE [--clang-tidy PROGRAM] [--work FOLDER]
                       [--jobs N] [--table FILE]

All checks of Warrant are on. A peer's line is met where Warrant has a site of
the same family on it: where the operation is, or at one of its expansions.
Every line that a peer alone flags has to stand in the file of explanations, as

    RULE PATH:LINE PEER

with one of the rules of docs/peers.md. The exit status is 1 when a line is not
explained, or an explanation explains nothing any more.
"""

import argparse
import collections
import concurrent.futures
import json
import pathlib
import re
import shlex
import subprocess
import sys

import explanations
import reports

# What each peer flags: Warrant's checks that have to answer for it, and the
# kind in whose row the table counts what the peer alone flags.
Peer = collections.namedtuple("Peer", "checks kind")
ARITHMETIC = ("pointer-arithmetic",)
CASTS = ("reinterpret-cast",)
PEERS = {
    "clang-diagnostic-unsafe-buffer-usage": Peer(ARITHMETIC, "subscript"),
    "cppcoreguidelines-pro-bounds-pointer-arithmetic": Peer(ARITHMETIC, "offset"),
    "cppcoreguidelines-pro-bounds-constant-array-index": Peer(
        ARITHMETIC, "array-index"
    ),
    "bugprone-pointer-arithmetic-on-polymorphic-object": Peer(ARITHMETIC, "offset"),
    "cppcoreguidelines-pro-type-reinterpret-cast": Peer(CASTS, "reinterpret"),
    "cppcoreguidelines-pro-type-cstyle-cast": Peer(CASTS, "reinterpret"),
    "cppcoreguidelines-pro-type-const-cast": Peer(CASTS, "cast-away"),
    "cppcoreguidelines-pro-type-static-cast-downcast": Peer(CASTS, "downcast"),
    "bugprone-casting-through-void": Peer(CASTS, "reinterpret"),
    "performance-no-int-to-ptr": Peer(
        CASTS + ("volatile-access",), "int-to-pointer"
    ),
    "bugprone-multi-level-implicit-pointer-conversion": Peer(CASTS, "reinterpret"),
    "cppcoreguidelines-pro-type-union-access": Peer(
        ("union-access", "reinterpret-cast"), "union-read"
    ),
    "cppcoreguidelines-pro-type-vararg": Peer(
        ("variadic-access", "memory-function"), "variadic-call"
    ),
    "cppcoreguidelines-no-malloc": Peer(("manual-memory",), "free"),
    "cppcoreguidelines-owning-memory": Peer(("manual-memory",), "new"),
    "bugprone-undefined-memory-manipulation": Peer(
        ("memory-function",), "copy"
    ),
    "bugprone-suspicious-memory-comparison": Peer(
        ("memory-function",), "copy"
    ),
    "bugprone-suspicious-realloc-usage": Peer(("manual-memory",), "allocate"),
}
DIAGNOSTIC = re.compile(r"^(\S.*?):(\d+):(\d+): (?:warning|error): (.*) \[([^\]]+)\]$")
Flag = collections.namedtuple("Flag", "file line peer message")


def run_peer(program, build, root, file, folder):
    """The flags of one unit, and whether clang-tidy could parse it."""
    command = [
        *shlex.split(program), "-p", str(build), "--quiet", "--config={}",
        "--checks=-*," + ",".join(PEERS), "--header-filter=.*",
        "--extra-arg=-Wno-everything", "--extra-arg=-Wunsafe-buffer-usage",
        "--extra-arg=-Wno-unknown-warning-option",
        "--extra-arg=-Wno-error", str(file),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    flags, broken = set(), False
    for line in done.stdout.splitlines():
        found = DIAGNOSTIC.match(line)
        if not found:
            continue
        name, number, _, message, peers = found.groups()
        broken |= "clang-diagnostic-error" in peers
        # Relative names are so to the folder of the compile command.
        inside = (folder / name).resolve()
        if not inside.is_relative_to(root):
            continue
        for peer in peers.split(","):
            if peer in PEERS:
                path = str(inside.relative_to(root))
                flags.add(Flag(path, int(number), peer, message))
    return flags, broken or done.returncode not in (0, 1)


def folders_of(build):
    """The working folder of each file's compile command."""
    commands = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    return {
        (pathlib.Path(entry["directory"]) / entry["file"]).resolve(): pathlib.Path(
            entry["directory"]
        )
        for entry in commands
    }


def run_peers(options, files):
    """The flags of all units, and the units that the peers could not parse."""
    flags, broken = set(), []
    folders = folders_of(options.build)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        runs = pool.map(
            lambda file: run_peer(
                options.clang_tidy, options.build, options.root, file, folders[file]
            ),
            files,
        )
        for file, (found, failed) in zip(files, runs):
            flags |= found
            if failed:
                broken.append(file)
    return flags, broken


def lines_of(site):
    """Where a reader of the source sees the operation of a site."""
    end = site.get("endLine") or site["line"]
    for line in range(site["line"], end + 1):
        yield site["file"], line
    for expansion in site["expansions"]:
        yield expansion["file"], expansion["line"]


def compare(flags, sites):
    """The flags that no site answers, and the indices of the sites that meet a
    flag."""
    by_line = collections.defaultdict(list)
    for index, site in enumerate(sites):
        for place in lines_of(site):
            by_line[place].append(index)
    alone, met = [], set()
    for flag in sorted(flags):
        answering = [
            index
            for index in by_line[flag.file, flag.line]
            if sites[index]["check"] in PEERS[flag.peer].checks
        ]
        met.update(answering)
        if not answering:
            alone.append(flag)
    return alone, met


def table(flags, alone, sites, met):
    """Markdown: a row a kind."""
    rows = collections.defaultdict(collections.Counter)
    for index, site in enumerate(sites):
        row = rows[site["check"], site["kind"]]
        row["both" if index in met else "warrant"] += 1
        row["proven"] += site["status"] == "proven"
    by_kind = {kind: key for key in list(rows) for kind in (key[1],)}
    for flag in {(f.file, f.line, f.peer) for f in alone}:
        peer = PEERS[flag[2]]
        rows[by_kind.get(peer.kind, (peer.checks[0], peer.kind))]["peer"] += 1
    yield "| check | kind | peer only | both | Warrant only | of these proven |"
    yield "| --- | --- | ---: | ---: | ---: | ---: |"
    total = collections.Counter()
    for (check, kind), row in sorted(rows.items()):
        total.update(row)
        yield (
            f"| {check} | {kind} | {row['peer']} | {row['both']} "
            f"| {row['warrant']} | {row['proven']} |"
        )
    yield (
        f"| all | | {total['peer']} | {total['both']} "
        f"| {total['warrant']} | {total['proven']} |"
    )


def source_line(root, flag):
    try:
        text = (root / flag.file).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    lines = text.splitlines()
    return lines[flag.line - 1].strip() if flag.line <= len(lines) else ""


def judge(options, alone):
    differences = {}
    for flag in alone:
        text = f"{flag.message}: {source_line(options.root, flag)}"
        differences[f"{flag.file}:{flag.line}", flag.peer] = text
    explained = explanations.read(options.explained, r"(\S+:\d+) ([\w.-]+)")
    return explanations.judge(differences, explained)


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reports.add_options(parser)
    parser.add_argument("--root", required=True, type=pathlib.Path)
    parser.add_argument("-p", dest="build", required=True, type=pathlib.Path)
    parser.add_argument("--explained", required=True, type=pathlib.Path)
    parser.add_argument("--clang-tidy", default="clang-tidy-19")
    parser.add_argument("--work", default=pathlib.Path("."), type=pathlib.Path)
    parser.add_argument("--jobs", default=2, type=int)
    parser.add_argument("--table", type=pathlib.Path)
    options = parser.parse_args()
    options.root = options.root.resolve()
    options.build = options.build.resolve()
    return options


def main():
    options = parse_options()
    report = reports.load(options, "--checks", "*")
    files = [
        options.root / unit["file"] for unit in report["units"] if unit["status"] == "ok"
    ]
    flags, broken = run_peers(options, files)
    for file in broken:
        print(f"not parsed by {options.clang_tidy}: {file.relative_to(options.root)}")
    alone, met = compare(flags, report["sites"])
    rows = "\n".join(table(flags, alone, report["sites"], met)) + "\n"
    if options.table:
        options.table.write_text(rows, encoding="utf-8")
    print(rows)
    print(f"{len(files)} units, {len(broken)} of them not parsed by the peers")
    return judge(options, alone)


if __name__ == "__main__":
    sys.exit(main())
