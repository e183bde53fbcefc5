"""Runs a command in a copy of a folder that no project is around.

usage: elsewhere.py FOLDER COMMAND...
"""

import os
import shutil
import subprocess
import sys
import tempfile

with tempfile.TemporaryDirectory() as outside:
    copy = os.path.join(os.path.realpath(outside), os.path.basename(sys.argv[1]))
    shutil.copytree(sys.argv[1], copy)
    sys.exit(subprocess.run(sys.argv[2:], cwd=copy, check=False).returncode)
