//===- CommandLineHelp.h - What --help teaches ------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What stands above and below the options that CommandLine.cpp lists.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_COMMANDLINEHELP_H
#define WARRANT_COMMANDLINEHELP_H

namespace warrant {

inline constexpr const char *Overview =
    R"(Warrant lists the raw-memory operations of a C or C++ project, and tells which
of them have a SAFETY comment that says why they are sound.)";

inline constexpr const char *TopFooter = R"(Start here:
  warrant scan                          audit the project around this folder
  warrant explain subscript             what must hold, and how to write it down
  warrant explain src/a.cpp:10          why this line is documented, or is not
  warrant COMMAND --help                more examples
)";

inline constexpr const char *ScanFooter = R"(Examples:
  warrant scan                          compile_commands.json is searched for
  warrant scan -p build src/net         only the units below src/net
  warrant scan -p build -p build-arm    two configurations, merged
  warrant scan a.c -- -Iinclude -DN=4   one file, without a build
  warrant scan --json report.json --sarif report.sarif
  warrant scan --fail-on=undocumented   for CI: status 1 if there is one
  warrant scan --checks='-*,volatile-access'
  warrant scan --shard 1/4 --units-out 1.units    a part, for 'warrant merge'

Exit status, the first that applies:
  2  wrong use or configuration
  1  a condition of --fail-on is met
  3  the audit is incomplete: a unit failed, or nothing was analysed
  0  otherwise, also with undocumented sites
)";

inline constexpr const char *AnalyzeUnitFooter = R"(Examples:
  warrant analyze-unit src/a.c --out a.units -- cc -Iinclude -c src/a.c
  warrant analyze-unit src/a.c --out a.units --depfile a.d -p build \
      --directory build -- cc -I../include -c ../src/a.c

The result depends on the command, the configuration and the files that are read
only; no compile_commands.json is. Exit status 3: the unit failed, which the
result says, too.
)";

inline constexpr const char *MergeFooter = R"(Examples:
  warrant scan --shard 1/2 --units-out 1.units   on one machine
  warrant scan --shard 2/2 --units-out 2.units   on another
  warrant merge 1.units 2.units --json report.json --fail-on=undocumented

All reports are those of one scan of the project, byte by byte, however the units
were dealt out. Give the --config, --checks and --strict that they had.
)";

inline constexpr const char *ListFooter = R"(Examples:
  warrant list                          the checks, and which are on here
  warrant list --kinds                  with the operations that each finds
)";

inline constexpr const char *ExplainFooter = R"(Examples:
  warrant explain pointer-arithmetic    a check, with a bad and a good example
  warrant explain int-to-pointer        a kind of operation
  warrant explain lifetime              a property that must hold
  warrant explain src/a.cpp:10          every operation there, each comment that
                                        was considered, and the rule that took
                                        or rejected it
  warrant explain a.c:10 -- -Iinclude   without a build
)";

inline constexpr const char *AnnotateFooter = R"(Examples:
  warrant annotate --dry-run            what would be written, as a diff
  warrant annotate src/net              above the sites in files below src/net
  warrant annotate --checks='-*,reinterpret-cast'
  warrant annotate --changed            in lines that are not committed yet
  warrant annotate --since main         in lines that this branch added
  warrant annotate a.c -- -Iinclude     without a build

A skeleton is no justification: its sites stay undocumented until its questions
are answered. A second run inserts nothing.
)";

inline constexpr const char *DeviceFooter = R"(Examples:
  warrant device stm32f4.svd            the peripherals
  warrant device stm32f4.svd GPIOA      the registers and fields of one
  warrant device stm32f4.svd 0x40021018 what stands at an address
  warrant device a.svd b.svd 0x40021018 in the first that knows the address

FILE.svd describes a device in CMSIS-SVD; docs/devices.md says what is read.
)";

inline constexpr const char *BaselineFooter = R"(Examples:
  warrant baseline                      write .warrant-baseline, once
  warrant scan --fail-on=new            for CI from then on
  warrant baseline --prune              remove what was documented since
  warrant baseline --accept 'REASON' src/net
                                        add what is new below src/net

Nothing but --accept adds to a baseline. Exit status: 0; 2 wrong use; 3 the audit
is incomplete, and what could not be seen stays in the baseline.
)";

inline constexpr const char *ReportFooter = R"(Examples:
  warrant report report.json                      the text of the scan
  warrant report report.json --markdown summary.md --csv sites.csv
  warrant report report.json --sarif - --root src/project
  warrant report old.json new.json --html new.html    what has changed since
  warrant report may.json june.json july.json --trend
  warrant report report.json --by-rule misra-cpp-2023 --format markdown

The bytes are those that the scan writes of the same sources. Sources are read
from the root; nothing is judged anew. Exit status: 0, or 2 for a report that
can't be read.
)";

inline constexpr const char *DiffFooter = R"(Examples:
  warrant diff old.json new.json        what is new, changed, moved and gone
  warrant diff old.json new.json --format markdown

Moved lines are no difference. Exit status: 0, or 2 for a report that can't be
read.
)";

inline constexpr const char *GateFooter = R"(Examples:
  warrant gate --base origin/main       what this branch adds
  warrant gate --base HEAD              what is not committed yet
  warrant gate --base origin/main --annotations --summary "$GITHUB_STEP_SUMMARY"

Configuration and baseline are those of the base: a change that loosens them
fails, unless --allow-policy-change is given. Exit status: 0; 1 the change adds
something; 2 wrong use; 3 the audit is incomplete.
)";

inline constexpr const char *CacheFooter = R"(Examples:
  warrant cache                         how much is kept, and where
  warrant cache --prune --max-size 500  leave what was used last
  warrant cache --clear
  warrant scan --no-cache               takes nothing from it, keeps nothing

What is removed takes time to find out again, and changes no report.
)";

inline constexpr const char *CompletionFooter = R"(Examples:
  source <(warrant completion bash)     in .bashrc
  source <(warrant completion zsh)      in .zshrc, below compinit
)";

inline constexpr const char *ManualFooter = R"(Examples:
  warrant manual | man -l -             the page of warrant
  warrant manual gate | man -l -        that of a command
  warrant manual --dir man1             every page as a file
)";

inline constexpr const char *LspFooter =
    R"(Editors start it beside clangd: see docs/editors.md. It finds each document's
project, .warrant.yaml and compile_commands.json from the document's place.
Exit status: 0 after 'shutdown', else 1.
)";

inline constexpr const char *ConfigFooter = R"(Examples:
  warrant config --dump                 each value and where it comes from
  warrant config --schema               JSON Schema of .warrant.yaml, for editors
)";

} // namespace warrant

#endif // WARRANT_COMMANDLINEHELP_H
