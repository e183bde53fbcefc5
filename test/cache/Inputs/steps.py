"""Changes a project step by step, and holds the cache to what a scan without
it prints: byte for byte, and with no more units analysed than need be.

usage: steps.py WARRANT FOLDER
"""

import os
import re
import shutil
import subprocess
import sys

WARRANT, TOP = sys.argv[1:]
ROOT = os.path.join(TOP, "project")
CACHE = os.path.join(TOP, "cache")

FILES = {
    ".warrant.yaml": "overlays: [over.yaml]\nchecks: [memory-function]\n",
    "over.yaml": "functions:\n  - name: fill\n    kind: copy\n"
    "    parameters: [to, size]\n    conditions:\n"
    "      - text: '`to` has room for n bytes'\n        property: bounds\n",
    "a.cpp": '#include "x.h"\n#if __has_include("maybe.h")\n'
    "int a2(int *p) { return p[2]; }\n#endif\n"
    "int a(int *p) { return p[N]; }\n",
    "b.cpp": '#include "sub/y.h"\nint b(int *p) { return p[1] + y(p); }\n',
    "second/x.h": "#define N 3\n",
    "second/sub/y.h": "inline int y(int *p) { return *++p; }\n",
    "first/unrelated.h": "",
    "broken.cpp": '#include "missing.h"\nint c(int *p) { return p[4]; }\n',
}
FLAGS = "-Ifirst -Isecond"


def path(name):
    return os.path.join(ROOT, name)


def write(name, text):
    os.makedirs(os.path.dirname(path(name)), exist_ok=True)
    with open(path(name), "w", encoding="utf-8") as file:
        file.write(text)


def commands(flags=FLAGS, root=ROOT):
    entries = ",\n".join(
        f'{{"directory": "{root}", "file": "{name}", '
        f'"command": "c++ {flags} -c {name}"}}'
        for name in ("a.cpp", "b.cpp", "broken.cpp"))
    write("build/compile_commands.json", f"[{entries}]\n")


def scan(*words, root=ROOT):
    """What a scan prints, its JSON, and what it says of the cache."""
    done = subprocess.run(
        [WARRANT, "scan", "--root", root, "-p", os.path.join(root, "build"),
         "--notes", "-v", "--json", os.path.join(TOP, "report.json"), *words],
        capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3):
        sys.exit(f"status {done.returncode}:\n{done.stderr}{done.stdout}")
    with open(os.path.join(TOP, "report.json"), encoding="utf-8") as file:
        report = file.read()
    return done.stdout, report, done.stderr


def expect(what, taken, *words, root=ROOT, cache=CACHE):
    """The cache gives TAKEN of three units, and what is printed is right."""
    found = scan("--cache-dir", cache, *words, root=root)
    right = scan("--no-cache", *words, root=root)
    if found[:2] != right[:2]:
        sys.exit(f"{what}: the report differs:\n{found[0]}\n--- not\n{right[0]}")
    counted = re.search(r"(\d+) of (\d+) units? from the cache", found[2])
    if counted is None or counted.group(1) != str(taken):
        sys.exit(f"{what}: expected {taken} from the cache:\n{found[2]}")
    print(f"{what}: {counted.group(0)}")


def again(what, *words, root=ROOT, units=3):
    expect(f"{what}, again", units, *words, root=root)


def changes():
    expect("empty cache", 0)
    again("unchanged")
    write("b.cpp", FILES["b.cpp"] + "int b2(int *p) { return p[7]; }\n")
    expect("changed source", 2)
    write("b.cpp", FILES["b.cpp"])
    expect("changed back", 3)
    write("second/sub/y.h", "inline int y(int *p) { return p[9]; }\n")
    expect("changed header", 2)
    again("changed header")
    os.utime(path("second/x.h"), (1, 1))
    expect("touched header", 3)
    write("first/x.h", "#define N 5\n")
    expect("new header earlier in the path", 2)
    os.remove(path("first/x.h"))
    expect("that header gone", 3)
    write("sub/y.h", "inline int y(int *p) { return p[8]; }\n")
    expect("new header beside the source", 2)
    shutil.rmtree(path("sub"))
    expect("its folder gone", 3)
    write("first/maybe.h", "")
    expect("__has_include turns true", 2)
    os.remove(path("first/maybe.h"))
    expect("__has_include turns false", 3)
    write("first/missing.h", "")
    expect("a missing header is there", 2)
    os.remove(path("first/missing.h"))
    os.remove(path("second/x.h"))
    expect("a header is missing", 2)
    write("second/x.h", FILES["second/x.h"])
    expect("a header is back", 3)


def links():
    os.rename(path("second"), path("real"))
    os.symlink("real", path("second"))
    expect("a folder becomes a link", 1)
    os.remove(path("second"))
    os.rename(path("real"), path("second"))
    expect("a folder is no link any more", 3)


def settings():
    commands(FLAGS + " -DM=1")
    expect("other flags", 0)
    commands()
    expect("flags as before", 3)
    expect("strict", 0, "--strict")
    expect("exact", 0, "--exact")
    expect("other checks", 0, "--checks=-union-access")
    expect("counting what is off", 3, "--count-off")
    expect("one unit", 1, path("a.cpp"))
    again("all")
    write("over.yaml", FILES["over.yaml"].replace("n bytes", "m bytes"))
    expect("changed overlay", 0)
    write("over.yaml", FILES["over.yaml"])
    expect("overlay as before", 3)
    os.environ["CPATH"] = path("first")
    expect("other environment", 0)
    del os.environ["CPATH"]
    again("environment as before")


def folders():
    moved = os.path.join(TOP, "moved")
    shutil.copytree(ROOT, moved)
    write("build/compile_commands.json", "")
    commands(root=moved)
    os.replace(path("build/compile_commands.json"),
               os.path.join(moved, "build/compile_commands.json"))
    commands()
    expect("a copy of the project", 0, root=moved)
    again("the project itself")


def main():
    shutil.rmtree(TOP, ignore_errors=True)
    for name, text in FILES.items():
        write(name, text)
    commands()
    changes()
    links()
    settings()
    folders()


main()
