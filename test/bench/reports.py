"""Where the comparisons get a report of Warrant from."""

import json
import pathlib
import subprocess
import sys


def add_options(parser):
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--warrant")
    source.add_argument("--report", type=pathlib.Path)


def load(options, *arguments):
    """The saved report, or that of a scan with these arguments."""
    if options.report:
        return json.loads(options.report.read_text(encoding="utf-8"))
    report = options.work / "warrant.json"
    command = [
        options.warrant, "scan", "--root", options.root, "-p", options.build,
        "--vendored", "--json", report, f"-j{options.jobs}", *arguments,
    ]  # fmt: skip
    done = subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, check=False
    )
    if done.returncode not in (0, 3):
        sys.exit(f"warrant scan ended with {done.returncode}:\n{done.stderr}")
    return json.loads(report.read_text(encoding="utf-8"))
