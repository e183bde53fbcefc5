#!/usr/bin/env python3
"""Writes sources whose lines end, begin and repeat in every way into a folder."""

import os
import sys

LINE = "int f%d(int *p) { return p[%d]; }"
TEXTS = {
    "crlf.c": "\r\n\r\n" + "\t\r\n".join(LINE % (n, n) for n in range(9)) + "\r\n",
    "cr.c": "\r".join(LINE % (n, n) for n in range(9)),
    "mixed.c": "int a(int *p){return p[1];}\n\r\nint b(int *p){\r\nreturn p[2];}\n\r"
    "int z(int *p){return p[3];} \t",
    "mark.c": "\ufeff\nint a(int *p) { return p[1]; }",
    "marked-line.c": "\ufeffint a(int *p) { return p[1]; }\n",
    "letters.c": "/* \u00e4\u4e2d\U0001f600 */ int a(int *p) { return p[1]; } // \U0001f600\n",
    "same.c": "".join(
        "int f%d(int *p) {\n  return\n  p\n  [1];\n}\n" % n for n in range(60)
    ),
}

for name, text in TEXTS.items():
    with open(os.path.join(sys.argv[1], name), "wb") as file:
        file.write(text.encode("utf-8"))
