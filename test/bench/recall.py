#!/usr/bin/env python3
"""Counts raw-memory operations in clang's own AST dump, and compares.

usage: recall.py --warrant WARRANT | --report FILE --root ROOT -p BUILD
                 --explained FILE [--clang PROGRAM] [--clangxx PROGRAM]
                 [--work FOLDER] [--jobs N]

What the dump has and Warrant has not (`missed`), and what Warrant has and the
dump has not (`extra`), has to stand in the file of explanations, as

    RULE missed|extra PATH:LINE:COLUMN KIND

with a rule of docs/peers.md. Operations in unevaluated or constant-evaluated
code and in what nobody wrote are told from the tree. The exit status is 1 when
a difference is not explained, or an explanation explains nothing any more.
"""

import argparse
import bisect
import collections
import functools
import json
import multiprocessing
import pathlib
import re
import sys

import ast_dump
import ast_operations
import explanations
import reports

Found = collections.namedtuple("Found", "check kind begin end use rule macro")
# Kinds that the script does not count: they are no node of the tree, but what
# flows to it, or a declaration.
UNCOUNTED = {
    "union-pun", "mmio-address", "non-volatile-mmio", "aggregate-copy",
    "block-copy", "export", "import", "callback", "shared-object",
}  # fmt: skip
# How many lines the arguments of a macro are looked for on.
MACRO_LINES = 6
COUNTED = ("pointer-arithmetic", "reinterpret-cast", "volatile-access")


def unit_operations(entry, compilers, root):
    """What one unit's tree has in files below the root."""
    sys.setrecursionlimit(20000)
    found = set()

    # Where the tokens stand that macros paste.
    scratch = str((pathlib.Path(entry["directory"]) / "<scratch space>").resolve())

    def in_root(path):
        return path.startswith(root + "/")

    def visit(node, begin, end, rule):
        rule = ast_operations.exempt(node) or (
            None if ast_operations.resumes(node) else rule
        )
        if begin and in_root(begin[1][0]):
            for check, kind, may in ast_operations.operations(node):
                tail = end[0] if end else begin[0]
                foreign = begin[0][0] != scratch and not in_root(begin[0][0])
                found.add(
                    Found(
                        check, kind, begin[0][:2], (tail[0], tail[1] + tail[2]),
                        begin[1][:2], rule or may or ("system-text" if foreign else ""),
                        begin[0][:2] != begin[1][:2]
                        or bool(end) and end[0][:2] != end[1][:2],
                    )
                )  # fmt: skip
        return rule or ""

    for declaration, places in ast_dump.top_level(entry, compilers, in_root):
        ast_dump.walk(declaration, places, visit, "")
    return found


class Files:
    """Offsets and lines of the project's files."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.starts = functools.lru_cache(None)(self._starts)

    def _starts(self, path):
        data = pathlib.Path(path).read_bytes()
        return [0, *(match.end() for match in re.finditer(b"\n", data))]

    def line(self, place):
        """(path below the root, line, column) of a path and an offset."""
        path, offset = place
        pasted = path.endswith("<scratch space>")
        if pasted or not pathlib.Path(path).is_relative_to(self.root):
            return path, 0, 0
        starts = self.starts(path)
        line = bisect.bisect_right(starts, offset)
        relative = str(pathlib.Path(path).relative_to(self.root))
        return relative, line, offset - starts[line - 1] + 1


def index_sites(sites):
    """Sites by the lines that an operation may be found on."""
    index = collections.defaultdict(list)
    for number, site in enumerate(sites):
        for line in range(site["line"], site["endLine"] + 1):
            index[site["file"], line].append(number)
        for expansion in site["expansions"]:
            index[expansion["file"], expansion["line"]].append(number)
    return index


def distance(operation, site, begin, end, use):
    """How far a site is from where an operation stands: 0 is the same text; None
    is another operation."""
    if operation.check != site["check"]:
        return None
    at = site["file"], site["line"], site["column"]
    kind = 0 if site["kind"] == operation.kind else 4
    if at == begin and (site["endLine"], site["endColumn"]) == end[1:]:
        return kind
    if at in (begin, use) or any(
        (e["file"], e["line"], e["column"]) == use for e in site["expansions"]
    ):
        return kind + 1
    # A macro in another's argument: the dump tells no place between. Parentheses
    # belong to a converted expression or not.
    if operation.macro or not kind and at[:2] == begin[:2]:
        return kind + 2
    return None


def match(found, sites, files):
    """The sites that each operation may be, nearest first."""
    index = index_sites(sites)
    answers = {}
    for operation in found:
        begin, end = files.line(operation.begin), files.line(operation.end)
        use = files.line(operation.use)
        lines = [begin[:2]]
        reach = MACRO_LINES if operation.macro else 1
        lines += [(use[0], use[1] + line) for line in range(reach)]
        near = {n for line in lines for n in index[line]}
        far = {n: distance(operation, sites[n], begin, end, use) for n in near}
        answers[operation] = sorted(
            (d, sites[n]["line"], sites[n]["column"], n)
            for n, d in far.items()
            if d is not None
        )
    return answers


def assign(answers, sites):
    """Gives each operation one site, the nearest first. Operations of one place,
    as the nested `p + i + j`, may not share one; those that one text expands to
    do. Returns the answered sites, what has none, and the other kinds."""
    taken, other, done = {}, collections.Counter(), set()
    pairs = sorted(
        (bool(operation.rule), distance, operation.begin, -operation.end[1], line, column, number, operation)
        for operation, near in answers.items()
        for distance, line, column, number in near
    )
    for *_, number, operation in pairs:
        place = operation[:4]
        if operation in done or taken.setdefault(number, place) != place:
            continue
        done.add(operation)
        if sites[number]["kind"] != operation.kind:
            other[operation.kind, sites[number]["kind"]] += 1
    # A macro that uses its argument twice has two sites for one text.
    again = {
        number
        for operation, near in answers.items()
        for distance, _, _, number in near
        if operation.macro and distance < 3
    }
    missed = {operation for operation in set(answers) - done if not operation.rule}
    return set(taken) | again, sorted(missed), other


def place_of(files, operation):
    path, line, column = files.line(operation.use)
    return f"{path}:{line}:{column}"


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reports.add_options(parser)
    parser.add_argument("--root", required=True, type=pathlib.Path)
    parser.add_argument("-p", dest="build", required=True, type=pathlib.Path)
    parser.add_argument("--explained", required=True, type=pathlib.Path)
    parser.add_argument("--clang", default="clang-19")
    parser.add_argument("--clangxx", default="clang++-19")
    parser.add_argument("--work", default=pathlib.Path("."), type=pathlib.Path)
    parser.add_argument("--jobs", default=2, type=int)
    options = parser.parse_args()
    options.root = options.root.resolve()
    options.build = options.build.resolve()
    return options


def dumped(options, report):
    """The operations of all units that Warrant could read."""
    read = {
        str(options.root / unit["file"])
        for unit in report["units"]
        if unit["status"] == "ok"
    }
    database = json.loads(
        (options.build / "compile_commands.json").read_text(encoding="utf-8")
    )
    entries = [
        entry
        for entry in database
        if str((pathlib.Path(entry["directory"]) / entry["file"]).resolve()) in read
    ]
    work = functools.partial(
        unit_operations,
        compilers=(options.clang, options.clangxx),
        root=str(options.root),
    )
    found = set()
    with multiprocessing.Pool(options.jobs) as pool:
        for part in pool.imap_unordered(work, entries):
            found |= part
    return found, len(entries)


def print_counts(found, sites):
    """A line a kind: operations in the tree, exempt by rule, and sites."""
    tree = collections.Counter((o.check, o.kind) for o in found)
    exempt = collections.Counter((o.check, o.kind) for o in found if o.rule)
    have = collections.Counter((s["check"], s["kind"]) for s in sites)
    print("| check | kind | in the tree | of these exempt | sites |")
    print("| --- | --- | ---: | ---: | ---: |")
    for key in sorted(tree | have):
        if key[0] in COUNTED:
            print(f"| {key[0]} | {key[1]} | {tree[key]} | {exempt[key]} | {have[key]} |")


def main():
    options = parse_options()
    report = reports.load(options)
    files = Files(options.root)
    sites = [site for site in report["sites"] if site["check"] in COUNTED]
    found, units = dumped(options, report)
    # Text of a system's macro is no operation, but for what its user chose.
    asked = {o for o in found if o.rule in ("", "system-text", ast_operations.SAME)}
    live = [operation for operation in asked if not operation.rule]
    answered, missed, other = assign(match(asked, sites, files), sites)
    print_counts(found, sites)
    print(f"{units} units, {len(live)} operations, {len(sites)} sites")
    for (kind, called), count in other.most_common():
        print(f"{count:6} of kind {kind} in the tree are {called} to Warrant")
    differences = {("missed", place_of(files, o), o.kind): "" for o in missed}
    for number, site in enumerate(sites):
        if number in answered or site["kind"] in UNCOUNTED:
            continue
        # Nothing in the tree tells what a pattern without an instance does.
        if site["precision"] != "possible":
            at = f"{site['file']}:{site['line']}:{site['column']}"
            differences["extra", at, site["kind"]] = site["snippet"]
    explained = explanations.read(
        options.explained, r"(missed|extra) (\S+:\d+:\d+) ([\w-]+)"
    )
    return explanations.judge(differences, explained)


if __name__ == "__main__":
    sys.exit(main())
