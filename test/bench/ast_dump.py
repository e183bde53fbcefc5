"""Reads `clang -Xclang -ast-dump=json` as a stream.

A dump of one C++ unit has hundreds of megabytes, nearly all of it system
headers. top_level() cuts it at its top-level declarations and parses only those
that may lie in the wanted files. The dump leaves out a location's file where it
is that of the location printed before; Places follows that, so declarations are
to be read in their order and each as a whole.
"""

import json
import pathlib
import re
import shlex
import subprocess

FILE = re.compile(rb'("includedFrom": \{\s*)?"file": "((?:[^"\\]|\\.)*)"')
BEGINS = (b"    {\n",)
ENDS = (b"    },\n", b"    }\n")
TRIPLE = re.compile(r"^((?:riscv|arm|aarch64|avr|mips|powerpc|s390)\w*(?:-\w+)*)-g(?:cc|\+\+)")


def clang_command(entry, compilers):
    """A compile command as clang takes it, to dump the tree."""
    words = entry.get("arguments") or shlex.split(entry["command"])
    name = pathlib.PurePath(words[0]).name
    command = [compilers[name.endswith("++")]]
    if triple := TRIPLE.match(name):
        command.append("--target=" + triple[1])
    skip = False
    for word in words[1:]:
        if not skip and word not in ("-o", "-c") and not word.startswith("-Werror"):
            command.append(word)
        skip = word == "-o"
    return [*command, "-w", "-fsyntax-only", "-Xclang", "-ast-dump=json"]


class Places:
    """Resolves the locations of a dump, which have to be asked in its order."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.file = ""
        self.known = {}

    def path(self):
        if self.file not in self.known:
            self.known[self.file] = str((self.folder / self.file).resolve())
        return self.known[self.file]

    def bare(self, location):
        self.file = location.get("file", self.file)
        return self.path(), location["offset"], location.get("tokLen", 0)

    def resolve(self, location):
        """The spelling and the expansion location, or None for no location."""
        if not location:
            return None
        if "spellingLoc" in location:
            spelling = location["spellingLoc"]
            at = self.bare(spelling) if "offset" in spelling else None
            expansion = location["expansionLoc"]
            use = self.bare(expansion) if "offset" in expansion else None
            return (at or use, use or at) if at or use else None
        if "offset" not in location:
            return None
        at = self.bare(location)
        return at, at


def chunks(stream):
    """The text of each top-level declaration."""
    lines = None
    for line in stream:
        if lines is None and line in BEGINS:
            lines = [line]
        elif lines is not None:
            lines.append(line)
            if line in ENDS:
                yield b"".join(lines)
                lines = None


def top_level(entry, compilers, wanted):
    """Yields (declaration, places) for the top-level declarations of a unit that
    mention a file for which wanted(path) is true; each has to be walked whole,
    by walk(). The compilers are that of C and that of C++."""
    places = Places(entry["directory"])
    command = clang_command(entry, compilers)
    with subprocess.Popen(
        command, cwd=entry["directory"], stdout=subprocess.PIPE
    ) as process:
        for text in chunks(process.stdout):
            files = [name for included, name in FILE.findall(text) if not included]
            names = [places.file, *(json.loads(b'"%s"' % name) for name in files)]
            if any(wanted(str((places.folder / name).resolve())) for name in set(names)):
                yield json.loads(text.rstrip().rstrip(b",")), places
            places.file = names[-1]
    if process.returncode:
        raise RuntimeError(f"clang ended with {process.returncode}: {command}")


def walk(node, places, visit, context):
    """Resolves a node's locations in the order of the dump, calls
    visit(node, begin, end, context) and walks the children with the context
    that it returns; None leaves them out."""
    begin = end = None
    if "loc" in node:
        node["place"] = places.resolve(node["loc"])
    if "range" in node:
        begin = places.resolve(node["range"].get("begin"))
        end = places.resolve(node["range"].get("end"))
    inner = context if context is None else visit(node, begin, end, context)
    for index, child in enumerate(node.get("inner", ())):
        if child:
            child["index"] = index
            child["parent"] = node
            walk(child, places, visit, inner)
