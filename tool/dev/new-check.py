#!/usr/bin/env python3
"""Starts a new check: its source, its test and its line in checks/Checks.def.

usage: tool/dev/new-check.py NAME "SUMMARY" [--root DIR]

NAME is the check's, as `pointer-arithmetic`; SUMMARY says what it finds: "Finds
SUMMARY." should be a sentence. What is written works: it finds the calls of a
function `example_operation`, and its test passes. Make it find what you mean,
from the top of the source to its end, then run tool/dev/update-docs.sh.
"""

import argparse
import pathlib
import re
import sys

SOURCE = """\
//===- @FILE@.cpp - @TITLE@ @DASHES@===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/Check.h"

using namespace clang;

namespace warrant::checks {
namespace {

constexpr llvm::StringLiteral Cwe[] = {"CWE-119"};
constexpr References Refs = {Cwe, {}, {}, {}, {}};

constexpr KindInfo Kinds[] = {
    {"@KIND@",
     "a function that needs care is called",
     Severity::Medium,
     {Property::Bounds},
     Refs},
};

/// Called at every expression and statement that is evaluated, in source
/// order, parents first. `atDecl` would be the same for declarations.
void atStmt(const Stmt &S, const Context &C, Sink &Out) {
  const auto *Call = dyn_cast<CallExpr>(&S);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || !Callee->getIdentifier() ||
      Callee->getName() != "example_operation")
    return;
  Operation Op;
  Op.Kind = "@KIND@";
  Op.Token = Call->getCallee()->getExprLoc();
  Op.Range = Call->getSourceRange();
  Op.Selectors.assign(Call->arg_begin(), Call->arg_end());
  Out.report(std::move(Op));
}

constexpr CheckInfo Info = {
    "@NAME@",
    "@SUMMARY@",
    /*OnByDefault=*/false,
    Kinds,
    /*Options=*/{},
    R"md(What is done here, what must hold for it to be sound, and what a good
reason names.)md",
    R"cpp(void example_operation(int *p);

void bad(int *p) { example_operation(p); }
)cpp",
    R"cpp(void example_operation(int *p);

void good(int *p) {
  // SAFETY: p points to one live int, and one is all that is accessed.
  example_operation(p);
}
)cpp",
    R"md(- What the check can't see.)md",
};

} // namespace

extern const Check @FILE@;
const Check @FILE@ = {&Info, atStmt, nullptr};

} // namespace warrant::checks
"""

TEST = """\
// RUN: %warrant scan --root %S --checks='-*,@NAME@' --all %s -- \\
// RUN:   -std=c++20 | %FileCheck %s --implicit-check-not=[warrant-

void example_operation(int *p);

void undocumented(int *p) {
  // CHECK: @NAME@.cpp:[[#@LINE+1]]:3:{{.*}}[warrant-@NAME@]
  example_operation(p);
}

void documented(int *p) {
  // SAFETY: p points to one live int, and one is all that is accessed.
  example_operation(p);
}

int unevaluated(int *p) { return sizeof((example_operation(p), 1)); }
"""


def fail(message):
    sys.exit(f"new-check.py: error: {message}")


def fill(template, values):
    for key, value in values.items():
        template = template.replace(f"@{key}@", value)
    return template


def write_new(path, text):
    if path.exists():
        fail(f"{path} exists")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    print(f"wrote {path}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("name", help="as `pointer-arithmetic`")
    parser.add_argument("summary", help="what it finds, without a full stop")
    here = pathlib.Path(__file__).resolve()
    parser.add_argument("--root", type=pathlib.Path, default=here.parents[2])
    arguments = parser.parse_args()
    name, summary = arguments.name, arguments.summary.rstrip(".")
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        fail(f"'{name}' is no name of a check: lower case words joined by '-'")
    if not summary or re.search(r'["\\\n]', summary):
        fail("the summary must be a line without quotes and backslashes")

    words = name.split("-")
    file = "".join(word.capitalize() for word in words)
    title = " ".join(words).capitalize()
    head = f"//===- {file}.cpp - {title} "
    values = {
        "FILE": file,
        "TITLE": title,
        "DASHES": "-" * max(1, 80 - len(head) - len("===//")),
        "NAME": name,
        "KIND": "example",
        "SUMMARY": summary,
    }
    checks = arguments.root / "checks"
    listing = checks / "Checks.def"
    line = f"WARRANT_CHECK({file})"
    text = listing.read_text()
    if line in text.splitlines():
        fail(f"{listing} has {line}")
    write_new(checks / f"{file}.cpp", fill(SOURCE, values))
    write_new(arguments.root / "test" / "checks" / f"{name}.cpp", fill(TEST, values))
    listing.write_text(text.rstrip("\n") + "\n" + line + "\n")
    print(f"added {line} to {listing}")


if __name__ == "__main__":
    main()
