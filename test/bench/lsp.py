#!/usr/bin/env python3
"""Measures how long language servers take from a keystroke to diagnostics.

usage: lsp.py FILE --tools FOLDER [--clangd PROGRAM] [--keys N] [--rounds N]
       lsp.py FILE --server NAME=COMMAND... [--keys N] [--rounds N]

Every server gets the same script: FILE is opened, and then a character is
typed into a comment at its end, N times, each when the diagnostics of the one
before are there. The servers take turns, round by round. The first one is what
the others are compared with, within a round.

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


def measure(command, name, keys):
    """Seconds until the file is open, of each keystroke, and what was said."""
    client = lsp.Client(command)
    client.request("initialize", {"capabilities": {}, "processId": None})
    client.notify("initialized", {})
    begin = time.perf_counter()
    lsp.perform(client, "open", [name])
    said = client.wait(name)
    opened = time.perf_counter() - begin
    client.update(name, client.texts[name] + "\n// ")
    client.wait(name)
    times = []
    for _ in range(keys):
        begin = time.perf_counter()
        client.update(name, client.texts[name] + "x")
        client.wait(name)
        times.append(time.perf_counter() - begin)
    client.server.kill()
    client.server.wait()
    return opened, times, len(said)


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


def show(name, rounds, firsts):
    """A line of the table: medians of the rounds."""
    keys = [statistics.median(times) for _, times, _ in rounds]
    every = [1000 * t for _, times, _ in rounds for t in times]
    ratios = sorted(k / f for k, f in zip(keys, firsts))
    print(
        f"{name:27} {1000 * statistics.median(o for o, _, _ in rounds):7.0f}"
        f" {1000 * statistics.median(keys):7.0f} {min(every):7.0f} {max(every):7.0f}"
        f"   {statistics.median(ratios):.2f} ({ratios[0]:.2f}..{ratios[-1]:.2f})"
        f" {rounds[0][2]:5}"
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
    print("milliseconds                   open  median   least    most   ratio           shown")
    firsts = [statistics.median(times) for _, times, _ in results[servers[0][0]]]
    for name, rounds in results.items():
        show(name, rounds, firsts)


if __name__ == "__main__":
    main()
