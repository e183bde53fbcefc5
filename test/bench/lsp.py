#!/usr/bin/env python3
"""Measures how long language servers take from a keystroke to diagnostics.

usage: lsp.py FILE --tools FOLDER [--clangd PROGRAM] [--keys N] [--rounds N]
       lsp.py FILE --server NAME=COMMAND... [--keys N] [--rounds N]

Every server gets the same script: FILE is opened, and then a character is
typed into a comment at its end, N times, each when the diagnostics of the one
before are there. The servers take turns, round by round. The first one is what
the others are compared with, within a round; by CPU time, too, which depends
less on what else the machine does, but leaves out how long servers wait.

--tools measures clangd, and of Warrant's programs in FOLDER warrant-clangd
without the checks and with those that are on by default, and warrant lsp.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "lsp", "Inputs"))
import client as lsp


def cpu_of(process):
    """Seconds of CPU that a process and those below it have taken."""
    times, parents = {}, {}
    for number in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{number}/stat", encoding="utf-8", errors="replace") as file:
                fields = file.read().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended
        times[int(number)] = int(fields[11]) + int(fields[12])
        parents[int(number)] = int(fields[1])
    total, wanted = 0, {process}
    while wanted:
        total += sum(times.get(each, 0) for each in wanted)
        wanted = {child for child, parent in parents.items() if parent in wanted}
    return total / os.sysconf("SC_CLK_TCK")


def measure(command, name, keys):
    """Seconds until the file is open, of each keystroke, what was said, and
    seconds of CPU for a keystroke."""
    client = lsp.Client(command)
    client.request("initialize", {"capabilities": {}, "processId": None})
    client.notify("initialized", {})
    begin = time.perf_counter()
    lsp.perform(client, "open", [name])
    said = client.wait(name)
    opened = time.perf_counter() - begin
    client.update(name, client.texts[name] + "\n// ")
    client.wait(name)
    times, cpu = [], cpu_of(client.server.pid)
    for _ in range(keys):
        begin = time.perf_counter()
        client.update(name, client.texts[name] + "x")
        client.wait(name)
        times.append(time.perf_counter() - begin)
    cpu = (cpu_of(client.server.pid) - cpu) / keys
    client.server.kill()
    client.server.wait()
    return opened, times, len(said), cpu


def write_config(folder, line):
    """A user's configuration of clangd, and the command prefix that names it."""
    os.makedirs(os.path.join(folder, "clangd"))
    with open(os.path.join(folder, "clangd", "config.yaml"), "w", encoding="utf-8") as file:
        file.write("Diagnostics: {ClangTidy: {%s}}\n" % line)
    return ["env", "XDG_CONFIG_HOME=" + folder]


def servers_of(tools, clangd, folder):
    """Name and command of what --tools measures. Nothing is written to the
    project, and no indexing runs beside."""
    listed = subprocess.run(
        [os.path.join(tools, "warrant"), "list", "--json"], stdout=subprocess.PIPE, check=True
    )
    names = ["warrant-" + c["name"] for c in json.loads(listed.stdout) if c["onByDefault"]]
    quiet = write_config(os.path.join(folder, "off"), "Remove: warrant-*")
    loud = write_config(os.path.join(folder, "on"), "Add: [%s]" % ", ".join(names))
    alone = ["--background-index=0", "--log=error"]
    ours = os.path.join(tools, "warrant-clangd")
    return [
        ("clangd", quiet + [clangd] + alone),
        ("warrant-clangd, checks off", quiet + [ours] + alone),
        ("warrant-clangd", loud + [ours] + alone),
        ("warrant lsp", [os.path.join(tools, "warrant"), "lsp"]),
    ]


def ratios(values, firsts):
    """The median of a round's ratios, least and most."""
    each = sorted(v / f for v, f in zip(values, firsts))
    return f"{statistics.median(each):.2f} ({each[0]:.2f}..{each[-1]:.2f})"


def show(name, rounds, firsts):
    """A line of the table: medians of the rounds."""
    keys, cpus = ([statistics.median(r[1]) for r in rounds], [r[3] for r in rounds])
    every = [1000 * t for r in rounds for t in r[1]]
    print(
        f"{name:27} {1000 * statistics.median(r[0] for r in rounds):6.0f}"
        f" {1000 * statistics.median(keys):7.0f} {min(every):6.0f} {max(every):6.0f}"
        f"  {ratios(keys, [statistics.median(r[1]) for r in firsts]):18}"
        f" {1000 * statistics.median(cpus):5.0f}"
        f"  {ratios(cpus, [r[3] for r in firsts]):18} {rounds[0][2]:4}"
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--keys", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tools")
    parser.add_argument("--clangd", default="clangd-19")
    parser.add_argument("--server", action="append", default=[])
    arguments = parser.parse_args()
    lsp.PATIENCE = 300
    with tempfile.TemporaryDirectory() as folder:
        servers = [s.split("=", 1) for s in arguments.server]
        servers = [(name, command.split()) for name, command in servers]
        if arguments.tools:
            servers = servers_of(arguments.tools, arguments.clangd, folder) + servers
        results = {name: [] for name, _ in servers}
        for _ in range(arguments.rounds):
            for name, command in servers:
                results[name].append(measure(command, arguments.file, arguments.keys))
    print(f"{'milliseconds':27} {'open':>6} {'median':>7} {'least':>6} {'most':>6}  "
          f"{'ratio':18} {'CPU':>5}  {'ratio':18} shown")
    for name, rounds in results.items():
        show(name, rounds, results[servers[0][0]])


if __name__ == "__main__":
    main()
