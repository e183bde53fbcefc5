#!/usr/bin/env python3
"""Compares what the ways to run the checks say of the units of a project.

usage: ways.py ROOT -p BUILD --tools FOLDER --plugin FILE --clang-tidy PROGRAM
               [--sample N] [--verbose] [FILE...]

For each unit of BUILD's compile_commands.json, or N of them spread over it, or
those of FILE...: `warrant scan` of that unit alone, the plugin in clang-tidy,
and of the programs in FOLDER warrant-clang-tidy, warrant-clangd and
`warrant lsp`. A site is its file, line, column, message and check. Prints how
many sites each way has and misses beside the scan, by the rule that explains
it, and ends with 1 where none does.
"""

import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "lsp", "Inputs"))
import client
import lsp

LINE = re.compile(
    r"^(?P<file>[^\s:][^:]*):(?P<line>\d+):(?P<column>\d+): (?:warning|error): "
    r"(?P<message>.*) \[(?P<check>warrant-[a-z-]+)\]$"
)
Site = collections.namedtuple("Site", "file line column message check")


def find(file, folders):
    """The path of what a program names: clang-tidy, from where the unit is compiled."""
    paths = [os.path.realpath(os.path.join(folder, file)) for folder in folders]
    return os.path.relpath(next(filter(os.path.exists, paths), paths[0]), folders[0])


def text_sites(command, root, folder):
    """What a program prints that reports as compilers do."""
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    sites = set()
    for line in done.stdout.splitlines():
        if match := LINE.match(line):
            file = find(match["file"], [root, folder])
            place = int(match["line"]), int(match["column"])
            sites.add(Site(file, *place, match["message"], match["check"]))
    if done.returncode not in (0, 3) and not sites:
        raise SystemExit(f"{' '.join(command)}\nends with {done.returncode}: {done.stderr[-400:]}")
    return sites


def server_sites(command, root, file, patience):
    """What a server shows for FILE. clangd begins messages with a capital, and
    puts the notes below them."""
    client.PATIENCE = patience
    server = client.Client(command)
    server.request("initialize", {"capabilities": {}, "processId": None})
    server.notify("initialized", {})
    client.perform(server, "open", [file])
    lines = server.texts[file].split("\n")
    sites = set()
    for shown in server.wait(file):
        check, message = str(shown.get("code", "")), shown["message"]
        if not check.startswith("warrant-"):
            continue
        message = re.sub(r" \((fix|fixes) available\)$", "", message.split("\n")[0])
        place = shown["range"]["start"]
        before = lines[place["line"]].encode("utf-16-le")[: 2 * place["character"]]
        column = len(before.decode("utf-16-le").encode()) + 1
        name = os.path.relpath(os.path.realpath(file), root)
        message = message[:1].lower() + message[1:]
        sites.add(Site(name, place["line"] + 1, column, message, check))
    server.server.kill()
    server.server.wait()
    return sites


def explain_more(way, site, scanned):
    """The rule by which another way has a site that the scan has not."""
    elsewhere = any(
        (s.message, s.check) == (site.message, site.check) and s.file != site.file for s in scanned
    )
    if way == "server: warrant-clangd" and elsewhere:
        return "in a header's macro: clangd shows it where the document expands it"
    return None


def line_of(site, root):
    with open(os.path.join(root, site.file), encoding="utf-8", errors="replace") as file:
        return file.read().split("\n")[site.line - 1]


def explain_less(way, site, unit, root):
    """The rule by which the scan has a site that another way has not."""
    if way != "server: warrant lsp" and "NOLINT" in line_of(site, root):
        return "NOLINT: clang-tidy drops it whatever it says"
    if way.startswith("server") and site.file != unit:
        return "another file: servers show the document"
    if way != "server: warrant lsp" and site.message.startswith("stale: "):
        return "stale: another unit may know the name"
    return None


def ways_for(options, folder):
    """The commands for a unit, behind which its name stands."""
    tool = lambda name: os.path.join(options.tools, name)
    listed = subprocess.run([tool("warrant"), "list", "--json"], stdout=subprocess.PIPE, check=True)
    names = ["warrant-" + c["name"] for c in json.loads(listed.stdout) if c["onByDefault"]]
    # All are told the root: what a program takes for it depends on where it runs.
    root = {"CheckOptions": {"Root": options.root}}
    tidy = ["-checks=-*," + ",".join(names), "-header-filter=.*", "-quiet", "-p", options.build]
    tidy.append("-config=" + json.dumps(root))
    config = lsp.write_config(
        os.path.join(folder, "on"),
        "Add: [%s], %s" % (", ".join(names), json.dumps(root)[1:-1]),
    )
    build = "--compile-commands-dir=" + options.build
    return {
        "scan": [tool("warrant"), "scan", "--root", options.root, "-p", options.build],
        "clang-tidy -load": [options.clang_tidy, "-load=" + options.plugin] + tidy,
        "warrant-clang-tidy": [tool("warrant-clang-tidy")] + tidy,
        "server: warrant-clangd": config
        + [tool("warrant-clangd"), "--background-index=0", "--log=error", build],
        "server: warrant lsp": [tool("warrant"), "lsp", "-p", options.build],
    }


def units_of(options):
    """The units to compare, relative to the root, and where they are compiled."""
    with open(os.path.join(options.build, "compile_commands.json"), encoding="utf-8") as file:
        commands = json.load(file)
    folders = {}
    for command in commands:
        path = os.path.realpath(os.path.join(command["directory"], command["file"]))
        if not (unit := os.path.relpath(path, options.root)).startswith(".."):
            folders[unit] = command["directory"]
    units = options.files or sorted(folders)
    if options.sample and options.sample < len(units):
        units = units[:: -(-len(units) // options.sample)]
    return {unit: folders.get(unit, options.build) for unit in units}


def compare(way, sites, scanned, unit, root):
    """Yields each difference as (rule or None, what is said of it)."""
    for site in sorted(scanned - sites):
        yield explain_less(way, site, unit, root), "only the scan: {}:{}:{}: {} [{}]".format(*site)
    for site in sorted(sites - scanned):
        yield explain_more(way, site, scanned), "not the scan: {}:{}:{}: {} [{}]".format(*site)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("root")
    parser.add_argument("-p", dest="build", required=True)
    parser.add_argument("--tools", required=True)
    parser.add_argument("--plugin", required=True)
    parser.add_argument("--clang-tidy", default="clang-tidy-19")
    parser.add_argument("--sample", type=int)
    parser.add_argument("--patience", type=int, default=300)
    parser.add_argument("files", nargs="*")
    options = parser.parse_intermixed_args()
    options.root, options.build = map(os.path.realpath, (options.root, options.build))
    os.chdir(options.root)
    counts, unexplained, units = collections.Counter(), [], units_of(options)
    with tempfile.TemporaryDirectory() as folder:
        ways = ways_for(options, folder)
        for unit, compiled in units.items():
            scanned = text_sites(ways["scan"] + [unit], options.root, compiled)
            counts["scan", "sites"] += len(scanned)
            for way, command in list(ways.items())[1:]:
                if way.startswith("server"):
                    sites = server_sites(command, options.root, unit, options.patience)
                else:
                    sites = text_sites(command + [unit], options.root, compiled)
                counts[way, "sites"] += len(sites)
                for rule, text in compare(way, sites, scanned, unit, options.root):
                    counts[way, rule or "unexplained"] += 1
                    if not rule:
                        unexplained.append(f"{unit}: {way}: {text}")
    print(f"{len(units)} units")
    for way in ways:
        for (name, what), count in counts.items():
            if name == way:
                print(f"{way:24} {count:6}  {what}")
    for line in unexplained:
        print(line)
    if not counts["scan", "sites"]:
        raise SystemExit("no site: agreement means nothing")
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
