#!/usr/bin/env python3
"""Runs what the examples for continuous integration run.

usage: ci.py WARRANT SOURCE FOLDER
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import yaml

GOOD = "int f(int *p) {\n  // SAFETY: callers give two elements.\n  return p[1];\n}\n"
BAD = GOOD + "int g(int *p) {\n  return p[3];\n}\n"
NAMES = ["-c", "user.name=t", "-c", "user.email=t@t"]


def git(folder, *arguments):
    return subprocess.run(["git", *NAMES, *arguments], cwd=folder, check=True,
                          capture_output=True, text=True).stdout.strip()


def write(folder, name, text):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)


def make_server(server):
    write(server, "CMakeLists.txt",
          "cmake_minimum_required(VERSION 3.25)\nproject(P LANGUAGES C)\nadd_library(p a.c)\n")
    write(server, ".warrant.yaml", "{}\n")
    write(server, "a.c", GOOD)
    git(server, "init", "-q", "-b", "main")
    git(server, "add", "-A")
    git(server, "commit", "-q", "-m", "begin")
    git(server, "checkout", "-q", "-b", "topic")
    write(server, "a.c", BAD)
    git(server, "commit", "-q", "-a", "-m", "change")


def run(script, folder, **variables):
    # As the runners' shells do: the first command that fails ends the step.
    return subprocess.run(["bash", "-e", "-o", "pipefail", "-c", script], cwd=folder,
                          env={**os.environ, **variables}, capture_output=True,
                          text=True, check=False)


def expect(name, done, status, *texts):
    said = done.stdout + done.stderr
    missing = [text for text in texts if text not in said]
    if done.returncode != status or missing:
        sys.exit(f"{name}: status {done.returncode}, expected {status}; "
                 f"missing {missing}:\n{said}")


def github(source, clone, label):
    text = (source / "docs/example/ci/github.yml").read_text()
    steps = yaml.safe_load(text)["jobs"]["gate"]["steps"]
    assert steps[0]["uses"].startswith("actions/checkout@") and steps[0]["with"] == {
        "fetch-depth": 0}
    summary = clone / "summary.md"
    for step in steps[1:-1]:
        expect("github", run(step["run"], clone), 0)
    # What the runner puts in place of an expression.
    last = re.sub(r"\$\{\{.*?\}\}", "--allow-policy-change" if label else "",
                  steps[-1]["run"])
    expect("github", run(last, clone, GITHUB_BASE_REF="main", GITHUB_STEP_SUMMARY=str(summary)),
           1, "::error file=a.c,line=6,col=10", "failed: the change adds 1 site")
    assert "### New (1)" in summary.read_text()


def gitlab(source, clone):
    job = yaml.safe_load((source / "docs/example/ci/gitlab.yml").read_text())["warrant"]
    base = git(clone, "merge-base", "origin/main", "HEAD")
    expect("gitlab", run("\n".join(job["script"]), clone, CI_MERGE_REQUEST_DIFF_BASE_SHA=base),
           1, "failed: the change adds 1 site")
    for name in (*job["artifacts"]["paths"], job["artifacts"]["reports"]["codequality"]):
        assert (clone / name).stat().st_size, name
    quality = json.loads((clone / "gl-code-quality-report.json").read_text())
    assert [(e["location"]["path"], e["severity"]) for e in quality] == [("a.c", "major")], quality


def pre_commit(source, clone):
    hook, = yaml.safe_load((source / ".pre-commit-hooks.yaml").read_text())
    git(clone, "checkout", "-q", "main")
    expect("pre-commit", run(hook["entry"], clone), 0, "passed")
    write(clone, "a.c", BAD)
    git(clone, "add", "a.c")
    expect("pre-commit", run(hook["entry"], clone), 1, "a.c:6:10: error", "adds 1 site")


def main(arguments):
    warrant, source, folder = (pathlib.Path(a).resolve() for a in arguments)
    os.environ["PATH"] = f"{warrant.parent}:{os.environ['PATH']}"
    shutil.rmtree(folder, ignore_errors=True)
    make_server(folder / "server")
    for name in ("github", "labelled", "gitlab"):
        git(folder, "clone", "-q", str(folder / "server"), str(folder / name))
    github(source, folder / "github", label=False)
    github(source, folder / "labelled", label=True)
    gitlab(source, folder / "gitlab")
    pre_commit(source, folder / "gitlab")


if __name__ == "__main__":
    main(sys.argv[1:])
