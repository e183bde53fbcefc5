#!/usr/bin/env python3
"""Replays commits of a project, and counts old sites that a baseline calls new.

usage: replay.py WARRANT REPOSITORY WORK [--commits N] [--until REV]
                 [--leave-out GLOB]... -- FLAGS...

The project adopts Warrant in the first of N commits that touch its sources.
At each next one a baseline that was brought up to date before says what is new.
A site is old where git finds none of its lines added or changed, renames and
white space aside; an old one that is new all the same is wrong, unless its
status got worse without its line (its comment went, a bound changed).
"""

import argparse
import collections
import fnmatch
import json
import os
import pathlib
import re
import subprocess
import sys

SUFFIXES = (".c", ".cc", ".cpp", ".cxx")
HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
OPEN = ("unknown", "undocumented", "partial")
NAMES = ["-c", "user.name=replay", "-c", "user.email=replay@localhost"]


def run(command, folder, good=(0,)):
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True,
                          errors="replace", check=False)
    if done.returncode not in good:
        sys.exit(f"{command}\nexits with {done.returncode}:\n{done.stderr}")
    return done.stdout


def git(folder, *arguments):
    return run(["git", *NAMES, *arguments], folder)


def commits_of(repository, until, count):
    patterns = [f"*{suffix}" for suffix in (*SUFFIXES, ".h", ".hpp")]
    text = git(repository, "log", "--first-parent", "--format=%H",
               f"-{count}", until, "--", *patterns)
    return text.split()[::-1]


def take_over(folder, commit):
    """Makes the tree that of `commit`, with the baseline that is there."""
    baseline = folder / ".warrant-baseline"
    kept = baseline.read_text() if baseline.exists() else None
    git(folder, "rm", "-rqf", "--ignore-unmatch", ".")
    git(folder, "checkout", "-q", commit, "--", ".")
    if kept is not None:
        baseline.write_text(kept)
    git(folder, "add", "-A", "-f")
    git(folder, "commit", "-q", "--allow-empty", "-m", commit)


def write_commands(folder, build, flags, left_out):
    units = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.suffix in SUFFIXES and not any(
                fnmatch.fnmatch(name, glob) for glob in left_out):
            units.append({"directory": str(folder), "file": name,
                          "arguments": ["cc", *flags, "-c", name]})
    build.mkdir(parents=True, exist_ok=True)
    (build / "compile_commands.json").write_text(json.dumps(units))


def added_lines(folder):
    """By file the lines that the last commit has and the one before has not."""
    text = git(folder, "diff", "-U0", "-M", "-w", "--no-color", "--no-ext-diff",
               "HEAD~1", "HEAD")
    lines, file = collections.defaultdict(set), None
    for line in text.splitlines():
        if line.startswith("+++ "):
            file = line[6:].strip()
        elif match := HUNK.match(line):
            first, count = int(match[1]), int(match[2] or 1)
            lines[file].update(range(first, first + count))
    return lines


def is_finding(site, vendored):
    return (site["status"] in OPEN or site["defects"]) and \
        site["excuse"] is None and site["file"] not in vendored


def place(site):
    return f"{site['file']}:{site['line']}:{site['column']}"


def group(site):
    return site["check"], site["kind"], site["tokens"]


def cause(site, before):
    """Why an old site is called new, or None where it is right to say so."""
    if site["fingerprint"] in before["status"]:
        return None
    if (site["file"], *group(site)) in before["groups"]:
        return "the function has another name"
    if group(site) in before["anywhere"]:
        return "the file has another name that git does not tell"
    return "the operation is read otherwise"


def remember(sites):
    return {
        "status": {site["fingerprint"]: site["status"] for site in sites},
        "groups": {(site["file"], *group(site)) for site in sites},
        "anywhere": {group(site) for site in sites},
    }


def replay(arguments):
    work = pathlib.Path(arguments.work).resolve()
    folder, build = work / "tree", work / "build"
    commits = commits_of(arguments.repository, arguments.until, arguments.commits)
    run(["git", "clone", "-q", "--no-checkout", arguments.repository, folder], ".")
    git(folder, "checkout", "-q", "--orphan", "replay")
    scan = [arguments.warrant, "scan", "--root", folder, "-p", build]
    update = [arguments.warrant, "baseline", "--root", folder, "-p", build]
    total, causes = collections.Counter(), collections.Counter()
    before, report = None, work / "report.json"
    for number, commit in enumerate(commits):
        take_over(folder, commit)
        write_commands(folder, build, arguments.flags, arguments.leave_out)
        # A unit that does not parse at this commit is part of real life.
        run([*scan, "--json", report], folder, good=(0, 3))
        data = json.loads(report.read_text())
        vendored = {f["file"] for f in data["files"] if f["vendored"]}
        sites = [s for s in data["sites"] if is_finding(s, vendored)]
        total["units that failed"] += len(data["blindSpots"]["unitsFailed"])
        if before:
            added = added_lines(folder)
            for site in sites:
                lines = set(range(site["line"], site["endLine"] + 1))
                if lines & added[site["file"]]:
                    total["new"] += site["baseline"] == "new"
                    continue
                total["old"] += 1
                if site["baseline"] == "new":
                    why = cause(site, before)
                    total["wrong" if why else "worse"] += 1
                    causes[why] += 1
                    print(f"{commit[:10]} {place(site)}: {why or 'its status got worse'}"
                          f": {site['kind']} {site['snippet']}", flush=True)
        run([*update, *(["--prune", "--accept", "replayed"] if before else [])],
            folder, good=(0, 3))
        git(folder, "add", "-A", "-f")
        git(folder, "commit", "-q", "--allow-empty", "--amend", "-m", commit)
        before = remember(data["sites"])
        print(f"{number + 1} of {len(commits)}: {len(sites)} open, {total['old']} old, "
              f"{total['wrong']} wrong, {total['worse']} worse, {total['new']} new",
              file=sys.stderr)
    print(f"{len(commits)} commits, {total['old']} old sites, {total['wrong']} wrongly new "
          f"({1000 * total['wrong'] / max(total['old'], 1):.2f} in 1,000), "
          f"{total['worse']} with a worse status, {total['new']} really new, "
          f"{total['units that failed']} units that failed")
    for why, count in causes.most_common():
        if why:
            print(f"  {count}: {why}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("warrant")
    parser.add_argument("repository")
    parser.add_argument("work")
    parser.add_argument("--commits", type=int, default=101)
    parser.add_argument("--until", default="HEAD")
    parser.add_argument("--leave-out", action="append", default=[])
    before, dashes, flags = sys.argv[1:], [], []
    if "--" in before:
        dashes = before.index("--")
        before, flags = before[:dashes], before[dashes + 1:]
    arguments = parser.parse_args(before)
    arguments.flags = flags
    arguments.warrant = os.path.abspath(arguments.warrant)
    replay(arguments)


if __name__ == "__main__":
    main()
