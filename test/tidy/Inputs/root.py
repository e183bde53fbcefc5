"""Runs clang-tidy on a project without a root that anything names.

usage: root.py CLANG-TIDY...

The project lies where no git and no .warrant.yaml is above it; its source in
one folder, its header in another, and its command runs deep in its build folder.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    project = pathlib.Path(folder).resolve() / "project"
    for name in ("src", "inc", "build/deep"):
        (project / name).mkdir(parents=True)
    source = project / "src/a.cpp"
    source.write_text("#include <a.h>\nint own(int *p) { return p[1]; }\n", "utf-8")
    (project / "inc/a.h").write_text(
        "inline int above(int *p) { return p[2]; }\n", "utf-8"
    )
    (project / "build/compile_commands.json").write_text(
        json.dumps(
            [
                {
                    "directory": str(project / "build/deep"),
                    "file": str(source),
                    "arguments": ["clang++", "-I../../inc", "-c", str(source)],
                }
            ]
        ),
        "utf-8",
    )
    options = ["--quiet", "--checks=-*,warrant-*", "--header-filter=.*", "-p"]
    run = subprocess.run(
        [*sys.argv[1:], *options, project / "build", source],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd="/",
    )
    print(run.stdout.replace(str(project) + "/", ""))
