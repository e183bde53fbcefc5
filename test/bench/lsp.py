#!/usr/bin/env python3
"""Measures how long language servers take from a keystroke to diagnostics.

usage: lsp.py FILE [--keys N] [--server NAME=COMMAND]...

Every server gets the same script: FILE is opened, and then a character is
typed into a comment at its end, N times, each when the diagnostics of the one
before are there. The first server is what the others are compared with.
"""

import argparse
import os
import statistics
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "lsp", "Inputs"))
import client as lsp


def measure(command, name, keys):
    """Seconds until the file is open, and of each keystroke."""
    client = lsp.Client(command)
    client.request("initialize", {"capabilities": {}, "processId": None})
    client.notify("initialized", {})
    begin = time.perf_counter()
    lsp.perform(client, "open", [name])
    client.wait(name)
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
    return opened, times


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--keys", type=int, default=20)
    parser.add_argument("--server", action="append", required=True)
    arguments = parser.parse_args()
    lsp.PATIENCE = 300
    first = None
    print("server        opened ms   key ms: median   least   most   ratio")
    for server in arguments.server:
        name, command = server.split("=", 1)
        opened, times = measure(command.split(), arguments.file, arguments.keys)
        median = statistics.median(times)
        first = first or median
        print(
            f"{name:12} {1000 * opened:10.0f} {1000 * median:15.0f}"
            f" {1000 * min(times):7.0f} {1000 * max(times):6.0f} {median / first:7.2f}"
        )


if __name__ == "__main__":
    main()
