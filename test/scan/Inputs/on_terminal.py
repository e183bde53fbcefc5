#!/usr/bin/env python3
"""Runs a command whose standard error is a terminal, and holds what a person
there sees.

usage: on_terminal.py COLUMNS [--interrupt] EXPECTED COMMAND [ARGUMENT]...

EXPECTED is a regular expression that some line has to match while the command
runs, or empty where nothing must be written at all. No line may be as wide as
the terminal, and at the end the line is erased. With --interrupt a Ctrl-C is
typed once EXPECTED was seen; then the status has to be 130.
"""

import fcntl
import os
import pty
import re
import signal
import struct
import sys
import termios
import time

PATIENCE = 60  # seconds, for a slow machine
CTRL_C = b"\x03"


def start(columns, command):
    """The command in a session of its own with the terminal as its own."""
    process, terminal = pty.fork()
    if process == 0:
        output = os.open(os.devnull, os.O_WRONLY)
        os.dup2(output, 1)
        size = struct.pack("HHHH", 24, columns, 0, 0)
        fcntl.ioctl(2, termios.TIOCSWINSZ, size)
        # Who starts the tests in the background may have had it ignored.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.execvp(command[0], command)
    return process, terminal


def read(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other side is closed
        return b""


def watch(process, terminal, expected, interrupt):
    """All that was written, and the status."""
    text, typed, end = "", False, time.monotonic() + PATIENCE
    while (part := read(terminal)) and time.monotonic() < end:
        text += part.decode()
        if interrupt and not typed and re.search(expected, text):
            os.write(terminal, CTRL_C)
            typed = True
    return text, os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def mistakes(columns, text, expected):
    if not expected:
        if text:
            yield "something was written"
        return
    if not re.search(expected, text):
        yield "the line is not there"
    if not text.endswith("\r\x1b[K"):
        yield "the line is not erased"
    for line in re.split(r"\r|\n", text.replace("\x1b[K", "").replace("^C", "")):
        if len(line) >= columns:
            yield f"the line is too wide: '{line}'"


def main(columns, interrupt, expected, command):
    process, terminal = start(columns, command)
    text, status = watch(process, terminal, expected, interrupt)
    found = list(mistakes(columns, text, expected))
    if interrupt and status != 130:
        found.append(f"status {status}")
    for mistake in found:
        print(f"{mistake}: {text!r}")
    return 1 if found else 0


if __name__ == "__main__":
    INTERRUPT = sys.argv[2] == "--interrupt"
    REST = sys.argv[3 if INTERRUPT else 2 :]
    sys.exit(main(int(sys.argv[1]), INTERRUPT, REST[0], REST[1:]))
