#!/usr/bin/env python3
"""Sends a command signals at random moments, and holds what must be true of
each: no process is left, no temporary file is, each file that it writes is as
before or as at its end, and the status tells the signal or is the command's own.

usage: random_signals.py ROUNDS FOLDER WARRANT [ARGUMENT]...

FOLDER is where the command writes, temporary files too, and has its name in the
arguments.
"""

import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import time

PATIENCE = 30  # seconds, for a slow machine
SIGNALS = ("INT", "TERM", "HUP", "KILL")
IS_TEMPORARY = re.compile(r"\.tmp$|^warrant-")


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
    while set(processes_with(word)) - {os.getpid()}:
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def contents(folder):
    """Of a folder that it holds, nothing but that it is there."""
    return {
        path.name: path.read_bytes() if path.is_file() else b""
        for path in folder.iterdir()
    }


def restore(folder, before):
    shutil.rmtree(folder)
    folder.mkdir()
    for name, text in before.items():
        (folder / name).write_bytes(text)


class Command:
    def __init__(self, folder, words):
        self.folder = folder
        self.words = words
        self.before = contents(folder)
        started = time.monotonic()
        self.status = self.run(0, None)
        self.length = time.monotonic() - started
        self.after = contents(folder)

    def run(self, delay, number):
        process = subprocess.Popen(
            self.words,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"TMPDIR": str(self.folder)},
        )
        if number:
            time.sleep(delay)
            process.send_signal(number)
        return process.wait(PATIENCE)

    def mistakes(self, number, status):
        allowed = {self.status, -number}
        if number != signal.SIGKILL:
            allowed.add(128 + number)
        if status not in allowed:
            yield f"exit status {status}"
        if not are_gone(str(self.folder)):
            yield "processes are left"
        found = contents(self.folder)
        for name in self.before | self.after | found:
            if number == signal.SIGKILL and IS_TEMPORARY.search(name):
                continue
            if found.get(name) not in (self.before.get(name), self.after.get(name)):
                yield f"'{name}' is neither as before nor as at the end"
        if status == self.status and found != self.after:
            yield "something is missing"


def main(rounds, folder, words):
    # Who starts the tests in the background may have had it ignored.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    command = Command(pathlib.Path(folder), words)
    cut_short = 0
    for seed in range(rounds):
        restore(command.folder, command.before)
        chance = random.Random(seed)
        number = getattr(signal, "SIG" + chance.choice(SIGNALS))
        delay = chance.uniform(0, command.length)
        status = command.run(delay, number)
        cut_short += status != command.status
        for mistake in command.mistakes(number, status):
            print(f"{signal.Signals(number).name} after {delay:.3f} s: {mistake}")
            return 1
    print(f"{cut_short} of {rounds} cut short")
    return 0 if cut_short else "no signal came in time"


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2], sys.argv[3:]))
