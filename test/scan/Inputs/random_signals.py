#!/usr/bin/env python3
"""Sends a scan signals at random moments, and holds what must be true of each:
no process is left, no temporary file is, reports are whole or not there, and
the status tells the signal or is the scan's own.

usage: random_signals.py ROUNDS FOLDER WARRANT [ARGUMENT]...

FOLDER has its name in the command, and is where reports are written.
"""

import json
import pathlib
import random
import signal
import subprocess
import sys
import time

PATIENCE = 30  # seconds, for a slow machine
SIGNALS = ("INT", "TERM", "HUP", "KILL")
REPORTS = ("report.json", "report.sarif")


def processes_with(word):
    """The processes with WORD in their command line; forks keep it."""
    for path in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if word.encode() in path.read_bytes():
                yield int(path.parent.name)
        except (FileNotFoundError, ProcessLookupError):
            pass


def are_gone(word):
    end = time.monotonic() + PATIENCE
    while list(processes_with(word)):
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def mistakes(folder, number, status, own_status):
    allowed = {own_status, -number}
    if number != signal.SIGKILL:
        allowed.add(128 + number)
    if status not in allowed:
        yield f"exit status {status}"
    if not are_gone(f"{folder}/report.json"):
        yield "processes are left"
    for path in folder.iterdir():
        if path.name.endswith(".tmp") and number != signal.SIGKILL:
            yield f"'{path.name}' is left"
    for name in REPORTS:
        path = folder / name
        if path.exists():
            json.loads(path.read_text(encoding="utf-8"))
        elif status == own_status:
            yield f"'{name}' is missing"


def clean(folder):
    for path in folder.iterdir():
        if path.name in REPORTS or path.name.endswith(".tmp"):
            path.unlink()


def run(folder, command, delay, number):
    started = time.monotonic()
    scan = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    if number:
        time.sleep(delay)
        scan.send_signal(number)
    status = scan.wait(PATIENCE)
    return status, time.monotonic() - started


def main(rounds, folder, command):
    # Who starts the tests in the background may have had it ignored.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    folder = pathlib.Path(folder)
    command += [
        "--json", f"{folder}/report.json", "--sarif", f"{folder}/report.sarif",
    ]
    own_status, length = run(folder, command, 0, None)
    cut_short = 0
    for seed in range(rounds):
        clean(folder)
        chance = random.Random(seed)
        number = getattr(signal, "SIG" + chance.choice(SIGNALS))
        delay = chance.uniform(0, length)
        status, _ = run(folder, command, delay, number)
        cut_short += status != own_status
        for mistake in mistakes(folder, number, status, own_status):
            print(f"{signal.Signals(number).name} after {delay:.3f} s: {mistake}")
            return 1
    print(f"{cut_short} of {rounds} cut short")
    return 0 if cut_short else "no signal came in time"


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2], sys.argv[3:]))
