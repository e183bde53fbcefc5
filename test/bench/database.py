"""Writes build/compile_commands.json for the sources of a folder."""

import json
import pathlib
import sys

root = pathlib.Path(sys.argv[1]).resolve()
entries = [
    {
        "directory": str(root),
        "file": source.name,
        "arguments": [
            *(["c++", "-std=c++17"] if source.suffix == ".cpp" else ["cc"]),
            "-c",
            source.name,
        ],
    }
    for source in sorted(root.glob("*.c*"))
]
database = root / "build" / "compile_commands.json"
database.write_text(json.dumps(entries), encoding="utf-8")
