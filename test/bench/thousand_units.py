#!/usr/bin/env python3
"""Measures what the cache saves in a project of 1,000 units of 500 headers.

usage: test/bench/thousand_units.py --warrant PROGRAM [--units N] [--headers N]
           [--rounds N] [--dir FOLDER] [-j N]

Writes a C++ project whose units include some hundred of its own headers and as
many of the standard library as make that number, scans it, and then again with
nothing changed, with one source changed, and with one header changed. What is
told of a round is its CPU time, workers included, and its wall time; what a
changed unit costs by itself is measured with --no-cache on it alone.
"""

import argparse
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

STANDARD = ["algorithm", "chrono", "functional", "map", "memory", "mutex",
            "set", "sstream", "string", "unordered_map", "vector"]


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def header(number):
    """One with an ordinary mix: a class, a few functions, an operation."""
    return f"""#ifndef H{number}_H
#define H{number}_H
#include "base.h"
namespace lib{number % 40} {{
/// Keeps what a client of module {number} asked for.
class Widget{number} {{
public:
  explicit Widget{number}(std::size_t size) : size_(size) {{}}
  std::size_t size() const {{ return size_; }}
  void resize(std::size_t size);
  const std::string &name() const {{ return name_; }}

private:
  std::size_t size_;
  std::string name_;
  std::vector<int> values_;
}};
struct Options{number} {{
  bool verbose = false;
  int level = {number};
}};
inline int read{number}(const int *p, int i) {{
  // SAFETY: the caller has checked i against the length.
  return p[i];
}}
inline int step{number}(const int *p) {{ return *++p; }}
int parse{number}(const Options{number} &options, const char *text);
}} // namespace lib{number % 40}
#endif
"""


def source(number, chosen):
    lines = [f'#include "h{each}.h"' for each in chosen]
    for each in chosen[:20]:
        lines.append(f"""int use{number}_{each}(const int *p, int n) {{
  lib{each % 40}::Widget{each} w(static_cast<std::size_t>(n));
  return lib{each % 40}::read{each}(p, n) + static_cast<int>(w.size());
}}""")
    lines.append(f"char *raw{number}(long a) {{ return (char *)a; }}")
    return "\n".join(lines) + "\n"


def count_headers(compiler, folder):
    """How many headers base.h brings with it."""
    probe = os.path.join(folder, "include", "base.h")
    text = subprocess.run([compiler, "-std=c++17", "-M", "-x", "c++", probe],
                          capture_output=True, text=True, check=True).stdout
    return len(text.replace("\\\n", " ").split()) - 1


def write_project(folder, args):
    random.seed(6)
    base = ["#ifndef BASE_H", "#define BASE_H"]
    base += [f"#include <{name}>" for name in STANDARD]
    write(os.path.join(folder, "include", "base.h"),
          "\n".join(base + ["#endif", ""]))
    write(os.path.join(folder, ".warrant.yaml"), "# a project\n")
    own = args.headers - count_headers(args.clang, folder)
    pool = own * 2
    for number in range(pool):
        write(os.path.join(folder, "include", f"h{number}.h"), header(number))
    commands = []
    for number in range(args.units):
        # A unit takes neighbours mostly, as units of one module do.
        first = random.randrange(pool)
        chosen = sorted((first + each) % pool for each in range(own))
        file = os.path.join(folder, "src", f"u{number}.cpp")
        write(file, source(number, chosen))
        commands.append({"directory": folder, "file": file,
                         "command": f"{args.clang} -std=c++17 -O2 -Iinclude "
                                    f"-Isrc -c {file} -o u{number}.o"})
    write(os.path.join(folder, "build", "compile_commands.json"),
          json.dumps(commands))
    print(f"{args.units} units of {args.headers} headers: {own} of {pool} of "
          f"the project's, the others the standard library's")


def run(args, folder, *words):
    """CPU and wall seconds of a scan, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    done = subprocess.run(
        [args.warrant, "scan", "--root", folder, "-p",
         os.path.join(folder, "build"), "--json", os.path.join(folder, "r.json"),
         f"-j{args.jobs}", *words],
        capture_output=True, text=True, check=False)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"status {done.returncode}: {done.stderr}{done.stdout[-2000:]}")
    cpu = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
    return cpu, wall, done.stdout


def tell(what, rounds):
    cpu = [each[0] for each in rounds]
    wall = [each[1] for each in rounds]
    print(f"{what:34} CPU {statistics.median(cpu):8.3f} s "
          f"({min(cpu):.3f} to {max(cpu):.3f})   wall "
          f"{statistics.median(wall):8.3f} s ({min(wall):.3f} to {max(wall):.3f})",
          flush=True)
    return statistics.median(cpu)


def append(path, text):
    with open(path, "a", encoding="utf-8") as file:
        file.write(text)


def measure(args, folder):
    cache = ["--cache-dir", os.path.join(folder, "cache")]
    unit = os.path.join(folder, "src", "u7.cpp")
    cold = run(args, folder, *cache)
    tell("nothing kept yet", [cold])
    same = [run(args, folder, *cache) for _ in range(args.rounds)]
    tell("nothing changed", same)
    if any(each[2] != cold[2] for each in same):
        sys.exit("error: what the cache gives differs")
    changed = []
    for number in range(args.rounds):
        append(unit, f"int changed{number}(int *p) {{ return p[{number}]; }}\n")
        changed.append(run(args, folder, *cache))
    one = tell("one source changed", changed)
    alone = tell("that unit alone, --no-cache",
                 [run(args, folder, "--no-cache", unit)
                  for _ in range(args.rounds)])
    print(f"one source changed, against that unit alone: {one / alone:.2f}")
    if changed[-1][2] != run(args, folder, *cache)[2]:
        sys.exit("error: what the cache gives differs")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--warrant", required=True)
    parser.add_argument("--clang", default="clang++-19")
    parser.add_argument("--units", type=int, default=1000)
    parser.add_argument("--headers", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--dir", help="where the project is written, and stays")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count())
    args = parser.parse_args()
    args.warrant = os.path.abspath(args.warrant)
    folder = os.path.abspath(args.dir) if args.dir else tempfile.mkdtemp()
    try:
        write_project(folder, args)
        measure(args, folder)
    finally:
        if not args.dir:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
