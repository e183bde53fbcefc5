#!/usr/bin/env python3
"""Makes a history of git, and asks the gate about each change in it.

usage: history.py WARRANT FOLDER
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys

A = """int first(int *p, int i) {
  return p[i];
}
int second(int *p) {
  return p[1] + p[1];
}
"""
B = """int other(int *p) {
  // SAFETY: callers give at least eight elements.
  return p[7];
}
"""


class Failure(Exception):
    pass


class Project:
    def __init__(self, warrant, folder):
        self.warrant, self.folder = os.path.abspath(warrant), folder
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.cache = folder.with_name(folder.name + "-cache")
        shutil.rmtree(self.cache, ignore_errors=True)
        self.git("init", "-q", "-b", "main")
        # The root even where the test runs within another project.
        self.write(".warrant.yaml", "{}\n")
        self.write("a.c", A)
        self.write("b.c", B)
        self.write(".gitignore", "compile_commands.json\n")
        self.commands("a.c", "b.c")
        self.commit("begin")

    def run(self, *command):
        return subprocess.run(command, cwd=self.folder, capture_output=True,
                              text=True, check=False)

    def git(self, *arguments):
        done = self.run("git", "-c", "user.name=t", "-c", "user.email=t@t", *arguments)
        if done.returncode:
            raise Failure(f"git {arguments}: {done.stdout}{done.stderr}")
        return done.stdout

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def replace(self, name, old, new):
        text = (self.folder / name).read_text()
        if old not in text:
            raise Failure(f"{name} has no {old!r}")
        self.write(name, text.replace(old, new, 1))

    def commands(self, *files):
        """As cmake and bear do, with absolute paths and outside of git."""
        self.write("compile_commands.json", json.dumps([
            {"directory": str(self.folder), "file": str(self.folder / file),
             "arguments": ["cc", f"-I{self.folder}", "-c", str(self.folder / file)]}
            for file in files]))

    def commit(self, message):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def branch(self, name, start="main"):
        self.git("checkout", "-q", "-B", name, start)

    def warrants(self, *arguments):
        return self.run(self.warrant, *arguments, "--cache-dir", str(self.cache))

    def gate(self, status, *texts, base="main", options=(), without=()):
        """The gate's status, and what it says and does not say."""
        done = self.warrants("gate", "--base", base, *options)
        said = done.stdout + done.stderr
        if done.returncode != status:
            raise Failure(f"status {done.returncode}, expected {status}:\n{said}")
        for text in texts:
            if text not in said:
                raise Failure(f"nothing says {text!r}:\n{said}")
        for text in without:
            if text in said:
                raise Failure(f"something says {text!r}:\n{said}")
        if "worktree" in self.git("worktree", "list").split("\n", 1)[1]:
            raise Failure("a worktree is left")
        return said

    def adopt(self):
        done = self.warrants("baseline")
        if done.returncode:
            raise Failure(done.stdout + done.stderr)
        self.commit("adopt")


NEW = "int added(int *q) {\n  return q[3];\n}\n"


def adds(p):
    p.branch("adds")
    p.write("a.c", A + NEW)
    p.commit("add")
    p.gate(1, "a.c:8:10: error: new undocumented 'subscript': 'q[3]'",
           "failed: the change adds 1 site", "warrant annotate --since main",
           without=["p[i]", "p[1]"])


def adds_equal(p):
    p.branch("equal")
    p.replace("a.c", "return p[1] + p[1];", "return p[1] + p[1] + p[1];")
    p.gate(1, "failed: the change adds 1 site")


def moves(p):
    p.branch("moves")
    function, rest = A.split("int second", 1)
    p.write("a.c", "\n\nint second" + rest + "\n" + function.replace("p[i]", "p[ i ]"))
    p.commit("move")
    p.gate(0, "passed: 1 unit analysed")


def renames(p):
    p.branch("renames")
    p.git("mv", "a.c", "sub.c")
    p.commands("sub.c", "b.c")
    p.commit("rename")
    p.gate(0, "passed: 1 unit")
    p.commands("a.c", "b.c")


def documents(p):
    p.branch("documents")
    p.replace("a.c", "  return p[i];", "  // SAFETY: callers keep i below the length of p.\n  return p[i];")
    before = (p.folder / ".warrant-baseline").read_text().splitlines()
    p.warrants("baseline", "--prune")
    after = (p.folder / ".warrant-baseline").read_text().splitlines()
    if not set(after) < set(before) or len(after) != len(before) - 1:
        raise Failure(f"prune left {after}")
    p.commit("document")
    p.gate(0, "to review: 1 claim",
           "new or edited comment: 'callers keep i below the length of p.'",
           "bounds (text")


def removes_comment(p):
    p.branch("removes-comment")
    p.replace("b.c", "  // SAFETY: callers give at least eight elements.\n", "")
    p.gate(1, "b.c:2:10: error: new undocumented 'subscript': 'p[7]'")


def raises_baseline(p):
    p.branch("raises")
    p.write("a.c", A + NEW)
    p.warrants("baseline", "--accept", "because")
    p.commit("accept")
    p.gate(1, "failed: the change adds 1 site",
           "failed: the change adds to the baseline: 1 finding")
    p.gate(0, "warning: the change adds to the baseline: 1 finding",
           options=["--allow-policy-change"])


def loosens_policy(p):
    p.branch("loosens")
    p.write("a.c", A + NEW)
    p.write(".warrant.yaml", "exclude: [a.c]\n")
    p.commit("exclude")
    p.gate(1, "failed: the change adds 1 site",
           """failed: the change alters 'exclude': [] -> ["a.c"]""")
    p.gate(0, "warning: the change alters 'exclude'", options=["--allow-policy-change"])
    p.git("checkout", "-q", "main", "--", "a.c")
    p.write("sub/c.h", "int c;\n")
    p.write(".warrant.yaml", "root: sub\n")
    p.gate(1, "failed: the change alters 'root'", options=["-p", "."])
    p.write(".warrant.yaml", "markers: [OK]\n")
    p.gate(1, "failed: the change alters 'markers'", without=["adds"])
    p.write(".warrant.yaml", "strict: true\n")
    p.gate(0, "warning: the change alters 'strict': false -> true")


def removes_baseline(p):
    p.branch("removes-baseline")
    p.git("rm", "-q", ".warrant-baseline")
    p.gate(1, "failed: the change removes the baseline")


def edits_under_comment(p):
    p.branch("edits")
    p.replace("b.c", "p[7]", "p[8]")
    p.commit("edit")
    p.gate(0, "to review: 1 claim", "changed under an unchanged comment: "
           "'callers give at least eight elements.': 'p[8]' in 'other(int *)'")


def excuses(p):
    p.branch("excuses")
    p.write("a.c", A + "int set_aside(int *q) {\n"
            "  return q[3]; // WARRANT-IGNORE(subscript): generated\n}\n")
    p.gate(0, "review: set aside: 'generated'")
    p.git("checkout", "-q", "main", "--", "a.c")
    p.replace("a.c", "int first", "// NOLINTBEGIN(warrant-*): measured\nint first")
    p.write("a.c", (p.folder / "a.c").read_text() + "// NOLINTEND(warrant-*)\n")
    p.gate(0, "to review: 3 claims", "review: set aside: 'measured'")


def breaks_unit(p):
    p.branch("breaks")
    p.write("b.c", B + "int wrong = no_such_name;\n")
    p.commit("break")
    p.gate(3, "incomplete: 1 of 1 unit failed", "b.c: errors", without=["passed"])
    p.write("c.c", "int in_no_unit(int *p) { return p[5]; }\n")
    p.git("checkout", "-q", "main", "--", "b.c")
    p.gate(3, "incomplete: no unit has the changed file 'c.c'", without=["passed"])


def forgets_cache(p):
    p.branch("cache", "adds")
    first = p.gate(1, "adds 1 site")
    shutil.rmtree(p.cache, ignore_errors=True)
    if p.gate(1) != first:
        raise Failure("another answer without the cache")


def changes_header(p):
    p.branch("header")
    p.write("h.h", "static int in_header(int *p) { return p[2]; }\n")
    p.replace("b.c", "int other", '#include "h.h"\nint other')
    p.commit("header")
    p.branch("header2", "header")
    p.replace("h.h", "p[2]", "p[2] + p[6]")
    p.gate(1, "h.h:1:46: error: new undocumented 'subscript': 'p[6]'",
           "adds 1 site", base="header~0", without=["p[7]"])


def changes_nothing(p):
    p.branch("docs")
    p.write("notes.txt", "text\n")
    p.commit("docs")
    p.gate(0, "passed: 0 units analysed")


def merges_shrunk(p):
    """Two branches that both shrank the baseline."""
    p.branch("left")
    p.replace("a.c", "  return p[i];", "  // SAFETY: callers keep i below the length of p.\n  return p[i];")
    p.warrants("baseline", "--prune")
    p.commit("left")
    p.branch("right")
    p.replace("a.c", "  return p[1] + p[1];", "  // SAFETY: callers give two elements within p.\n  return p[1] + p[1];")
    p.warrants("baseline", "--prune")
    p.commit("right")
    merged = p.run("git", "-c", "user.name=t", "-c", "user.email=t@t", "merge", "-q", "left")
    if merged.returncode:
        # Neighbours: both sides stay, and prune takes out what is gone.
        done = p.warrants("scan")
        if done.returncode != 2 or "keep the lines of both sides" not in done.stderr:
            raise Failure(done.stdout + done.stderr)
        text = (p.folder / ".warrant-baseline").read_text().splitlines()
        p.write(".warrant-baseline", "\n".join(
            line for line in text if line.startswith("{")) + "\n")
        p.warrants("baseline", "--prune")
    if (p.folder / ".warrant-baseline").read_text() != '{"warrant-baseline":1}\n':
        raise Failure((p.folder / ".warrant-baseline").read_text())


def without_baseline(p):
    """Both revisions are audited; the base's report spares the second."""
    p.branch("bare")
    p.git("rm", "-q", ".warrant-baseline")
    p.commit("no baseline")
    report = p.folder.with_name(p.folder.name + ".json")
    p.warrants("scan", "--json", str(report))
    p.branch("bare-adds", "bare")
    p.write("a.c", "\n" + A + NEW)
    p.commit("add")
    for options in ([], ["--base-report", str(report)]):
        p.gate(1, "a.c:9:10: error: new", "adds 1 site", base="bare", options=options,
               without=["p[i]", "p[1]"])
    p.git("mv", "b.c", "c.c")
    p.commands("a.c", "c.c")
    p.git("checkout", "-q", "bare", "--", "a.c")
    p.commit("rename")
    p.gate(0, base="bare")
    p.commands("a.c", "b.c")


def main(arguments):
    folder = pathlib.Path(arguments[1]).resolve()
    project, failed = Project(arguments[0], folder), 0
    project.adopt()
    for change in (adds, adds_equal, moves, renames, documents, removes_comment,
                   raises_baseline, loosens_policy, removes_baseline,
                   edits_under_comment, excuses, breaks_unit, forgets_cache,
                   changes_header, changes_nothing, merges_shrunk, without_baseline):
        try:
            change(project)
        except Failure as why:
            failed += 1
            print(f"{change.__name__}: {why}", file=sys.stderr)
        project.run("git", "reset", "-q", "--hard")
        project.run("git", "clean", "-qfd")
        project.commands("a.c", "b.c")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
