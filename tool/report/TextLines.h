//===- TextLines.h - Findings as lines of text ------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is one finding's in the text report: its line, its notes, and on a
// terminal the source line with carets.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_TEXTLINES_H
#define WARRANT_REPORT_TEXTLINES_H

#include "SourceText.h"
#include "warrant/Writers.h"

namespace warrant {

/// How a piece of text is meant to look where there are colours.
enum class Ink : uint8_t { Bold, Error, Warning, Note, Caret };

/// Prints findings, in the manner of a compiler.
class TextLines {
public:
  TextLines(const TextOptions &Options, llvm::raw_ostream &OS)
      : Options(Options), Source(Options.Source), OS(OS) {}

  void defect(const Site &S, const Defect &D);
  void site(const Site &S);
  void remark(const Remark &M);

  void paint(Ink Look, llvm::StringRef Text);

private:
  void head(const Location &Where, Ink Look, llvm::StringRef Level);
  void check(llvm::StringRef Name, const std::optional<std::string> &Baseline);
  void note(const Location &Where, const llvm::Twine &Message);
  void notes(const Site &S);
  void carets(const Site &S);

  const TextOptions &Options;
  SourceText Source;
  llvm::raw_ostream &OS;
};

} // namespace warrant

#endif // WARRANT_REPORT_TEXTLINES_H
