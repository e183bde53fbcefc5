#!/usr/bin/env python3
"""Runs a command in a copy of a folder outside of any project.

usage: elsewhere.py FOLDER SUBFOLDER COMMAND [ARGUMENT]...
"""

import os
import shutil
import subprocess
import sys
import tempfile


def main(folder, subfolder, *command):
    with tempfile.TemporaryDirectory() as scratch:
        copy = os.path.join(scratch, os.path.basename(folder))
        shutil.copytree(folder, copy)
        return subprocess.run(command, cwd=os.path.join(copy, subfolder)).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
