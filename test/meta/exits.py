#!/usr/bin/env python3
"""Runs a command and succeeds when its exit status is the one expected.

usage: exits.py STATUS COMMAND [ARGUMENT]...
"""

import subprocess
import sys


def main(arguments):
    expected, command = int(arguments[0]), arguments[1:]
    status = subprocess.run(command).returncode
    if status == expected:
        return 0
    print(f"exit status {status}, expected {expected}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
