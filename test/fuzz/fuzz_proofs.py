#!/usr/bin/env python3
"""Looks for a proof that is wrong.

usage: fuzz_proofs.py WARRANT CLANG++ WORK-FOLDER [SEED [PROGRAMS]]

Random programs (random_programs.py) are scanned, and run with random arguments.
An access that was proven and leaves its array is a wrong proof, and so is the
move of a pointer. A call ends where Clang's sanitizer finds that what follows is undefined.
A program and its arguments follow from its seed alone.
"""

import json
import pathlib
import shutil
import subprocess
import sys

import random_programs

FUNCTIONS = 40  # in a program
CALLS = 300  # of each function
UNDEFINED = "signed-integer-overflow,shift,integer-divide-by-zero"

RUNTIME = r"""
#include "fuzz.h"
#include <climits>
#include <csetjmp>
#include <csignal>
#include <cstdio>
#include <random>
static bool reached[1 << 16], left[1 << 16];
static std::minstd_rand rng(%(seed)d);
static sigjmp_buf again;
static int fuel;
void note(unsigned line, bool isWithin) {
  reached[line] = 1;
  left[line] |= !isWithin;
}
static void trapped(int) { siglongjmp(again, 1); }
void stop() { siglongjmp(again, 1); }
void leave() { siglongjmp(again, 1); }
template <> void byReference(Cursor &c) {
  static const Cursor other(3);
  c = other;
}
int tick() { return fuel-- > 0; }
long any() {
  static const long values[] = {0, 1, 2, 3, 4, 6, 7, 8, 9, 15, 16, 17, 127, 128,
      199, 200, 201, 254, 255, 256, 300, -1, -2, -8, -128, -129, 32767, 32768,
      65535, 65536, INT_MAX, INT_MIN, UINT_MAX, LONG_MAX, LONG_MIN, -32768,
      INT_MAX - 1L, UINT_MAX - 1L, 1L << 32, (1L << 32) + 3};
  if (rng() %% 2)
    return rng() %% 20;
  return values[rng() %% (sizeof values / sizeof *values)];
}
void mayThrow() {
  if (rng() %% 2)
    throw 1;
}
%(helpers)s
%(declarations)s
int main() {
  signal(SIGILL, trapped);
  signal(SIGTRAP, trapped);
  for (volatile int call = 0; call < %(calls)d; ++call) {
%(runs)s
  }
  for (unsigned line = 0; line != sizeof reached; ++line)
    if (reached[line])
      printf("%%u %%d\n", line, left[line]);
}
"""

# Whose address is handed over may change, without a look at its type.
HELPERS = """void byPointer(void *p) { *static_cast<unsigned char *>(p) = any(); }
""" + "".join(
    f"template <> void byReference({kind} &r) {{ r = any(); }}\n"
    for kind in random_programs.TYPES)


def write_runtime(seed, signatures):
    declarations, runs = [], []
    for number, kinds in enumerate(signatures):
        declarations.append(f"void f{number}({', '.join(kinds)});")
        values = ", ".join(f"({kind})any()" for kind in kinds)
        runs.append(f"    fuel = 400; if (!sigsetjmp(again, 1)) f{number}({values});")
    return RUNTIME % {"seed": seed + 1, "calls": CALLS, "helpers": HELPERS,
                      "declarations": "\n".join(declarations),
                      "runs": "\n".join(runs)}


def run(command, folder):
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout}\nexit {done.returncode}")
    return done.stdout


def execute(clang, folder, seed, signatures):
    """The lines that were reached, each with whether it left its array."""
    (folder / "runtime.cpp").write_text(write_runtime(seed, signatures))
    run([clang, "-std=c++20", "-w", "-O1", "-c", "run.cpp",
         f"-fsanitize={UNDEFINED}", f"-fsanitize-trap={UNDEFINED}"],
        folder)
    run([clang, "-std=c++20", "-w", "-c", "runtime.cpp"], folder)
    run([clang, "run.o", "runtime.o", "-o", "program"], folder)
    out = run(["./program"], folder)
    return {int(line): left == "1"
            for line, left in (row.split() for row in out.splitlines())}


def scan(warrant, folder):
    """The sites of the program by line; an access has a line of its own."""
    run([warrant, "scan", "--root", ".", "--checks=pointer-arithmetic", "--json",
         "report.json", "scan.cpp", "--", "clang++", "-std=c++20", "-w"], folder)
    report = json.loads((folder / "report.json").read_text())
    sites = {}
    for site in report["sites"]:
        if site["file"] == "scan.cpp":
            sites.setdefault(site["line"], []).append(site)
    return sites


def test_program(warrant, clang, folder, seed):
    """Answers the wrong proofs, and how many proofs were reached and in all."""
    scanned, as_run, signatures = random_programs.write_program(seed, FUNCTIONS)
    (folder / "scan.cpp").write_text(scanned)
    (folder / "run.cpp").write_text(as_run)
    (folder / "fuzz.h").write_text(random_programs.HEADER)
    sites = scan(warrant, folder)
    reached = execute(clang, folder, seed, signatures)
    proven = {line for line, there in sites.items()
              if all(site["status"] == "proven" for site in there
                     if site["kind"] not in ("order", "difference"))}
    wrong = [f"seed {seed}, line {line}: `{scanned.splitlines()[line - 1]}` is "
             f"proven ({sites[line][0]['proof']}) and leaves its array"
             for line in sorted(proven) if reached.get(line)]
    return wrong, len(proven & set(reached)), len(proven), len(sites)


def main(warrant, clang, folder, seed="1", programs="3"):
    folder = pathlib.Path(folder).resolve()
    totals = [0, 0, 0]
    failures = []
    for each in range(int(seed), int(seed) + int(programs)):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        wrong, *counts = test_program(warrant, clang, folder, each)
        totals = [a + b for a, b in zip(totals, counts)]
        failures += wrong
        print("\n".join(wrong), end="\n" if wrong else "")
    print(f"{len(failures)} wrong; {totals[1]} of {totals[2]} accesses proven, "
          f"{totals[0]} of these reached")
    # A run that proves or reaches little would test little.
    return 1 if failures or totals[0] * 10 < totals[2] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
