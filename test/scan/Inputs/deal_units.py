#!/usr/bin/env python3
"""Holds that units make the same reports however they are dealt out.

usage: deal_units.py SEEDS ROOT BUILD... -- WARRANT [ARGUMENT]...

Each command of the builds' databases is analysed by `analyze-unit`, and the
project by `scan --shard` in several ways. Of these files some are chosen at
random, so that each unit is in one at least and some are in several, and merged
in a random order. JSON, SARIF and text have to be those of one scan.
"""

import json
import pathlib
import random
import shlex
import subprocess
import sys

# A unit of the tests fails, and so does their policy.
GOOD = (0, 1, 3)


def run(command, **options):
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False, **options
    )
    if done.returncode not in GOOD:
        sys.exit(f"{shlex.join(command)}: {done.stderr.decode()}")
    return done


def reports(command, folder):
    """What COMMAND writes, with its status and its text."""
    files = [folder / "report.json", folder / "report.sarif"]
    command = command + ["--json", str(files[0]), "--sarif", str(files[1])]
    done = run(command)
    return [done.returncode, done.stdout] + [file.read_bytes() for file in files]


class Project:
    def __init__(self, root, builds, warrant):
        self.root = root
        self.warrant = warrant
        self.out = root / "build-units"
        self.out.mkdir()
        self.common = ["--root", str(root)]
        self.builds = [word for build in builds for word in ("-p", build)]
        self.build_folders = builds

    def scan(self, *arguments):
        return [self.warrant, "scan", *self.common, *self.builds, *arguments]

    def single_units(self):
        """A file for each command."""
        files = []
        for build in self.build_folders:
            text = (pathlib.Path(build) / "compile_commands.json").read_text("utf-8")
            for entry in json.loads(text):
                name = str(self.out / f"{len(files)}.units")
                files.append(name)
                # The configuration's own folder first: it gives the name.
                command = [self.warrant, "analyze-unit", entry["file"], *self.common]
                command += ["--configuration", pathlib.Path(build).name, *self.builds]
                command += ["--directory", str(pathlib.Path(build) / entry["directory"])]
                command += ["--out", name, "--"]
                run(command + shlex.split(entry["command"]))
        return files

    def shards(self, count):
        files = []
        for part in range(1, count + 1):
            name = str(self.out / f"{part}-of-{count}.units")
            files.append(name)
            run(self.scan("--shard", f"{part}/{count}", "--units-out", name))
        return files

    def merge(self, files):
        return [self.warrant, "merge", *self.common, *files]


def main(seeds, root, builds, warrant):
    project = Project(pathlib.Path(root), builds, warrant)
    expected = reports(project.scan(), project.out)
    singles = project.single_units()
    ways = [singles] + [project.shards(count) for count in (1, 2, 3)]
    for seed in range(seeds):
        chance = random.Random(seed)
        files = [file for way in chance.sample(ways, chance.randint(1, 2)) for file in way]
        files += chance.choices(singles, k=chance.randint(0, 3))
        chance.shuffle(files)
        found = reports(project.merge(files), project.out)
        for what, one, other in zip(("status", "text", "JSON", "SARIF"), expected, found):
            if one != other:
                return f"seed {seed}: {what} differs: {shlex.join(project.merge(files))}"
    return 0


if __name__ == "__main__":
    DASHES = sys.argv.index("--")
    sys.exit(main(int(sys.argv[1]), sys.argv[2], sys.argv[3:DASHES], *sys.argv[DASHES + 1 :]))
