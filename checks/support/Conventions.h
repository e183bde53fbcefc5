//===- Conventions.h - Other people's ways to justify -----------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a file says in the conventions that the configuration follows, for the
// files that implement comment association and for nobody else. A SAFETY
// comment goes before all of it. docs/conventions.md tells the rules to users.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_CONVENTIONS_H
#define WARRANT_CHECKS_SUPPORT_CONVENTIONS_H

#include "CommentScan.h"

namespace warrant {

/// Words that speak of all operations in a range of the file.
struct ConventionRegion {
  ScannedText Said; ///< with a rejection: a placeholder, or no reason
  Placement Where = Placement::Suppression;
  std::string How; ///< `in the region of NOLINT`
  Span Range;
  /// Whole lines: an operation that only begins or only has its operator there
  /// is meant, too.
  bool Lines = false;
  /// Of an attribute: the first token of what it stands before, else 0.
  unsigned Attributed = 0;
  /// Says that nobody has looked yet, whatever a SAFETY comment says.
  bool Overrides = false;
};

struct ConventionFile {
  /// The file with MISRA's references in place of SAFETY texts, or null.
  std::shared_ptr<const ScannedFile> References;
  std::vector<ConventionRegion> Regions; ///< by where they begin
  std::vector<TextFault> Faults;
};

/// Null where \p C follows no convention, or the file uses none.
std::shared_ptr<const ConventionFile> readConventions(const ScannedFile &F,
                                                      const Config &C);

/// Adds to \p Out what \p Conventions say of the operation at \p A.
void applyConventions(const ConventionFile &Conventions, const ScannedFile &F,
                      const Anchor &A, OperationKind What, Association &Out);

/// The region texts of SAFETY comments that stand around \p A.
std::vector<SafetyText> conventionTextsAround(const ConventionFile &Conventions,
                                              const ScannedFile &F,
                                              const Anchor &A);

/// The uses of the macros \p Names in code, from the name to behind the `)`.
std::vector<Span> usesOfMacros(const ScannedFile &F,
                               llvm::ArrayRef<llvm::StringRef> Names);

// Each reads one convention: ConventionsMacros.cpp, ConventionsTidy.cpp,
// ConventionsMisra.cpp.
void readChromium(const ScannedFile &F, ConventionFile &Out);
void readWebKit(const ScannedFile &F, const Config &C, ConventionFile &Out);
void readSuppressions(const ScannedFile &F, const Config &C,
                      ConventionFile &Out);
void readDeviations(const ScannedFile &F, const Config &C, ConventionFile &Out);

/// A bracket's partner is not looked for further away.
constexpr unsigned MaxConventionTokens = 20000;

/// The token behind the partner of the opening bracket \p Open, or 0.
unsigned behindPartner(const ScannedFile &F, unsigned Open,
                       clang::tok::TokenKind Opens,
                       clang::tok::TokenKind Closes);

/// \p Token, or the first one behind the `[[...]]` that begin there.
unsigned skipAttributes(const ScannedFile &F, unsigned Token);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_CONVENTIONS_H
