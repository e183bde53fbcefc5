#!/usr/bin/env python3
"""Starts a scan, sends it a signal once it has a worker, and holds that it
ends with 128 plus the signal's number and leaves no worker behind.

usage: interrupt.py SIGNAL FOLDER COMMAND [ARGUMENT]...
"""

import pathlib
import signal
import subprocess
import sys
import time

PATIENCE = 30  # seconds, for a slow machine


def children(process):
    path = pathlib.Path(f"/proc/{process}/task/{process}/children")
    return [int(word) for word in path.read_text(encoding="ascii").split()]


def is_running(process):
    try:
        text = pathlib.Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    return text.rsplit(")", 1)[1].split()[0] not in "ZX"


def wait_for(condition):
    end = time.monotonic() + PATIENCE
    while not (value := condition()):
        if time.monotonic() > end:
            return None
        time.sleep(0.02)
    return value


def main(name, folder, command):
    number = getattr(signal, "SIG" + name)
    # Who starts the tests in the background may have had it ignored.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    scan = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    workers = wait_for(lambda: children(scan.pid))
    if not workers:
        scan.kill()
        return "the scan has no worker"
    time.sleep(0.2)
    scan.send_signal(number)
    status = scan.wait(PATIENCE)
    expected = -number if name == "KILL" else 128 + number
    if status != expected:
        return f"exit status {status}, expected {expected}"
    if not wait_for(lambda: not any(map(is_running, workers))):
        return f"workers are left: {workers}"
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
