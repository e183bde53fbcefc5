#!/usr/bin/env python3
"""Writes, in the working directory, sources that no text file here can hold."""

import pathlib

BODY = "int f(int *p) {\n  return p[1];\n}\n"
LAST = "int f(int *p)\n{ return\n    p[1]; }"
SOURCES = {
    "crlf.cpp": BODY.replace("\n", "\r\n"),
    "crlf_last.cpp": "int a;\r\nint v(int *p) { return 1; } extern int *q;\r\nint b = q[1];",
    "cr.cpp": BODY.replace("\n", "\r"),
    "mixed.cpp": "int a;\r\nint f(int *p) {\n  return p[1];\r\n}\n",
    "mark.cpp": "\ufeffint f(int *p) { return p[1]; }\n",
    "mark_line.cpp": "\ufeffextern int *q; int a = q[1];\n",
    "first_line.cpp": "extern int *q; int a = q[1];",
    "last_line.cpp": LAST,
    "tabs.cpp": BODY.replace("  ", "\t"),
    "wide.cpp": "int f(int *p) { /* \u00e9\u4e2d */ return p[1]; }\n",
    "name with space.cpp": BODY,
}

for name, text in SOURCES.items():
    pathlib.Path(name).write_bytes(text.encode("utf-8"))
