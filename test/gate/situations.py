#!/usr/bin/env python3
"""Asks the gate in the situations that repositories are found in.

usage: situations.py WARRANT FOLDER
"""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

from history import A, B, NEW, Failure, Project

ADDED = "adds 1 site"


def without_baseline(p, name, start="main"):
    p.branch(name, start)
    p.git("rm", "-q", ".warrant-baseline")
    p.commit("no baseline")


def main_moves_on(p):
    """What others brought to main is not the branch's, however they meet."""
    p.branch("topic")
    p.write("b.c", B + "int mine(int *p) {\n  return p[4];\n}\n")
    p.commit("mine")
    p.branch("trunk")
    p.write("a.c", A + NEW)
    p.commit("theirs")
    for name, join in (("rebased", ["rebase", "-q", "trunk"]),
                       ("merged", ["merge", "-q", "--no-edit", "trunk"])):
        p.branch(name, "topic")
        p.git(*join)
        p.gate(1, "'p[4]'", ADDED, base="trunk", without=["q[3]"])
    p.branch("squashed", "trunk")
    p.git("merge", "-q", "--squash", "topic")
    p.gate(1, "'p[4]'", ADDED, base="trunk", without=["q[3]"])
    p.git("checkout", "-q", "--detach", "topic")
    p.gate(1, "'p[4]'", ADDED, base="trunk")


def changes_line_ends(p):
    p.branch("crlf")
    text = (p.folder / "a.c").read_bytes()
    (p.folder / "a.c").write_bytes(text.replace(b"\n", b"\r\n"))
    p.gate(0, "passed: 1 unit")
    (p.folder / "a.c").write_bytes((A + NEW).encode().replace(b"\n", b"\r\n"))
    p.gate(1, "'q[3]'", ADDED, without=["p[i]"])


def renames_a_folder(p):
    p.branch("folder")
    p.write("src/a.c", A)
    p.git("mv", "b.c", "src/b.c")
    p.git("rm", "-qf", "a.c")
    p.commands("src/a.c", "src/b.c")
    p.commit("into a folder")
    p.gate(0)
    without_baseline(p, "folder-bare", "folder")
    p.branch("folder2", "folder-bare")
    p.git("mv", "src", "source")
    p.commands("source/a.c", "source/b.c")
    p.commit("renamed")
    p.gate(0, base="folder-bare")


def splits_a_file(p):
    """What the base has in a file that is no more is known without a baseline."""
    without_baseline(p, "split-bare")
    p.branch("split", "split-bare")
    first, second = A.split("int second", 1)
    p.write("first.c", "int unlike_the_old_file(void);\n" * 20 + first)
    p.write("second.c", "int unlike_the_old_file(void);\n" * 20 + "int second" + second)
    p.git("rm", "-qf", "a.c")
    p.commands("first.c", "second.c", "b.c")
    p.commit("split")
    p.gate(0, "passed: 2 units", base="split-bare")


def changes_the_build(p):
    """What another command makes visible is said to be so."""
    p.branch("build-base")
    p.write("b.c", B + "#ifdef MORE\nint more(int *p) { return p[9]; }\n#endif\n")
    p.write("CMakeLists.txt", "# none\n")
    p.commit("base")
    p.branch("build", "build-base")
    p.write("CMakeLists.txt", "add_compile_definitions(MORE)\n")
    text = (p.folder / "compile_commands.json").read_text()
    p.write("compile_commands.json", text.replace('"cc"', '"cc", "-DMORE"'))
    p.gate(0, "warning: the change alters how units are compiled ('CMakeLists.txt'): "
           "the base was analysed with the present commands", base="build-base")


def is_part_of_a_repository(p):
    """The project's root is a folder of the repository's."""
    shutil.rmtree(p.folder)
    p.folder.mkdir()
    inner = p.folder / "firmware"
    p.git("init", "-q", "-b", "main")
    p.write("firmware/.warrant.yaml", "{}\n")
    p.write("firmware/a.c", A)
    p.write("other/z.c", "int z;\n")
    p.write(".gitignore", "compile_commands.json\n")
    p.commands("firmware/a.c", "other/z.c")
    p.commit("begin")
    p.write("firmware/a.c", A + NEW)
    p.write("other/z.c", "int z(int *p) { return p[1]; }\n")
    done = subprocess.run([p.warrant, "gate", "--base", "main", "-p", ".."],
                          cwd=inner, capture_output=True, text=True, check=False)
    if done.returncode != 1 or ADDED not in done.stdout or "\na.c:8:10" not in "\n" + done.stdout:
        raise Failure(done.stdout + done.stderr)


def has_a_submodule(p):
    """A submodule is checked out at the base as well, and may change, too."""
    library = p.folder.with_name(p.folder.name + "-library")
    shutil.rmtree(library, ignore_errors=True)
    library.mkdir()
    header = "static int in_library(int *p) { return p[5]; }\n"
    (library / "library.h").write_text(header)
    git = ["git", "-C", str(library), "-c", "user.name=t", "-c", "user.email=t@t"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "one"]):
        subprocess.run([*git, *arguments], check=True)
    without_baseline(p, "module-bare")
    p.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add",
          str(library), "library")
    p.replace("b.c", "int other", '#include "library/library.h"\nint other')
    p.commit("library")
    p.branch("module", "module-bare")
    p.replace("b.c", "  return p[7];", "  return p[7] + in_library(p);")
    p.gate(0, "to review: 1 claim", base="module-bare", without=["'p[5]'", "at the base"])
    (p.folder / "library/library.h").write_text(header.replace("p[5]", "p[5] + p[6]"))
    p.git("-C", "library", "commit", "-q", "-a", "-m", "two")
    p.gate(1, "library/library.h:1:47: error", "'p[6]'", base="module-bare",
           without=["'p[5]'"])


def is_a_shallow_clone(p):
    clone = p.folder.with_name(p.folder.name + "-clone")
    shutil.rmtree(clone, ignore_errors=True)
    p.branch("elsewhere")
    p.replace("a.c", "p[i]", "p[i + 1]")
    p.commit("elsewhere")
    p.git("clone", "-q", "--depth", "1", "--no-single-branch", f"file://{p.folder}", clone)
    done = subprocess.run([p.warrant, "gate", "--base", "origin/main"], cwd=clone,
                          capture_output=True, text=True, check=False)
    if done.returncode != 2 or "the clone is shallow, and 'git fetch --unshallow'" not in done.stderr:
        raise Failure(done.stdout + done.stderr)


def asks_more_of_a_path(p):
    """The strict mode of a path is the base's, and a change may only add it."""
    p.branch("strict-base")
    p.write(".warrant.yaml", "policy:\n  rules:\n    - {paths: [b.c], strict: true}\n")
    p.commit("strict")
    p.branch("strict", "strict-base")
    p.replace("b.c", "p[7]", "p[8]")
    p.gate(1, "new partial 'subscript': 'p[8]'", base="strict-base")
    p.write(".warrant.yaml", "policy:\n  rules:\n    - {paths: [b.c], strict: true}\n"
            "    - {paths: [b.c], strict: false}\n")
    p.gate(1, "new partial", "failed: the change alters 'policy.rules'", base="strict-base")
    p.git("checkout", "-q", "strict-base", "--", "b.c", ".warrant.yaml")
    p.write(".warrant.yaml", "policy:\n  rules:\n    - {paths: [b.c], strict: true}\n"
            "    - {paths: [a.c], strict: true}\n")
    p.gate(0, "warning: the change alters 'policy.rules'", base="strict-base")


def runs_in_a_hook(p):
    """A commit that git makes meanwhile has what it would have without."""
    p.branch("hook")
    hook = p.folder / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\nexec {p.warrant} gate --base HEAD --no-cache\n")
    hook.chmod(0o755)
    p.write("b.c", B + "int fine;\n")
    p.git("commit", "-q", "-a", "-m", "fine")
    if p.git("show", "--name-only", "--format=").split() != ["b.c"] or p.git("status", "-s", "-uno"):
        raise Failure(p.git("show", "--stat") + p.git("status"))
    p.write("b.c", B + NEW)
    try:
        p.git("commit", "-q", "-a", "-m", "adds")
    except Failure as why:
        if ADDED in str(why):
            return
        raise
    raise Failure("the commit is made")


def trees(p):
    """The folders of worktrees beside the project's own."""
    return [line.split()[0] for line in p.git("worktree", "list").splitlines()[1:]]


def wait_for(what, seconds=30):
    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            raise Failure("nothing happens")
        time.sleep(0.05)


def is_broken_off(p):
    """The worktree goes, however the run ends."""
    p.branch("hangs")
    p.replace("b.c", "int other", '#include "waits.h"\nint other')
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        pipe = p.folder / "waits.h"
        os.mkfifo(pipe)  # who opens it waits
        # A shell that runs the tests aside has SIGINT ignored.
        with subprocess.Popen([p.warrant, "gate", "--base", "main", "--no-cache"],
                              cwd=p.folder, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, preexec_fn=lambda:
                              signal.signal(signal.SIGINT, signal.SIG_DFL)) as run:
            try:
                wait_for(lambda: trees(p))
                folder = pathlib.Path(trees(p)[0])
                wait_for((folder / "b.c").exists)
                run.send_signal(number)
                wait_for(lambda: run.poll() is not None)
            finally:
                run.kill()
        if run.returncode not in (-number, 128 + number):
            raise Failure(f"status {run.returncode} after {number}")
        wait_for(lambda: not trees(p) and not folder.exists())
        pipe.unlink()
    # Where the machine went down an entry is left.
    p.git("worktree", "add", "-q", "--detach", p.folder / "warrant-base-1")
    shutil.rmtree(p.folder / "warrant-base-1")
    p.git("checkout", "-q", "main", "--", "b.c")
    done = p.warrants("gate", "--base", "main")
    p.git("worktree", "prune")
    if done.returncode:
        raise Failure(done.stdout + done.stderr)


def main(arguments):
    folder, failed = pathlib.Path(arguments[1]).resolve(), 0
    for situation in (main_moves_on, changes_line_ends, renames_a_folder, splits_a_file,
                      changes_the_build, is_part_of_a_repository, has_a_submodule,
                      is_a_shallow_clone, asks_more_of_a_path, runs_in_a_hook, is_broken_off):
        project = Project(arguments[0], folder / situation.__name__)
        project.adopt()
        try:
            situation(project)
        except Failure as why:
            failed += 1
            print(f"{situation.__name__}: {why}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
