//===- SafetyCommentsSearch.h - One search for a comment --------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The search from one operation outwards, for the files that implement it and
// for nobody else. Each find...() is one of the rules of
// docs/safety-comments.md and answers whether it took a comment.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_SAFETYCOMMENTSSEARCH_H
#define WARRANT_CHECKS_SUPPORT_SAFETYCOMMENTSSEARCH_H

#include "CommentScan.h"
#include "llvm/ADT/SmallSet.h"

namespace warrant {

/// What a rule asks of a comment, and what it says when it takes one.
struct Rule {
  Placement Where;
  llvm::StringRef How;    ///< in plain words: `trailing on the line`
  bool Contracts = false; ///< contracts' headings count too
};

class Search {
public:
  Search(const ScannedFile &F, const Anchor &A, OperationKind What = {});
  Association run();
  /// Takes nothing, and answers every text that a rule came by.
  std::vector<const ScannedText *> all();
  /// See CommentIndex::notePlace().
  std::pair<unsigned, unsigned> notePlace() const;

private:
  // Taking and leaving: SafetyComments.cpp.
  bool take(const CommentRun &R, Rule By);
  void leave(const CommentRun &R, llvm::StringRef Why);
  void look(const ScannedText &T, std::string Verdict, bool Taken = false);
  void tellOfNearby();
  std::string reasonAgainst(const CommentRun &R) const;
  bool isContractOfFunction(const CommentRun &R) const;

  // On the line and inside the expression: SafetyCommentsInside.cpp.
  bool findInside();
  bool findTrailing();
  Span argumentAround() const;
  unsigned argumentBegin(unsigned Token) const;
  unsigned argumentEnd(unsigned Token) const;
  bool isGrouping(unsigned Open) const;
  bool isInNestedBraces(unsigned Offset) const;
  bool endsLine(const CommentRun &R) const;

  // Above: SafetyCommentsAbove.cpp.
  bool findAbove(unsigned Line, Rule By);
  bool takeAbove(const CommentRun &R, Rule By);
  bool takeLeading(unsigned Line, Rule By, unsigned &Next);
  unsigned crossCode(unsigned Line, Rule By);
  bool isBehindFunctionBrace(unsigned Line) const;

  // The constructs around: SafetyComments.cpp.
  bool findOutside();
  bool findAtLevel(const EnclosingLevel &L, bool &Chained);
  bool findAtBlock(const EnclosingLevel &Block);
  bool findAtFunctionHead(const EnclosingLevel &Body);
  bool findAtMark();
  bool findAtMacro(const EnclosingLevel &Macro);
  bool findAtDeclaration(const EnclosingLevel &Declaration);
  bool continuesChain(const EnclosingLevel &Level) const;
  unsigned initializersBegin(unsigned BodyBegin) const;
  unsigned noteLine() const;
  bool takesLineAbove(unsigned Line) const;
  void sortByDistance(llvm::MutableArrayRef<const CommentRun *> Runs) const;
  llvm::ArrayRef<CommentRun> headRuns(unsigned Brace) const;

  const ScannedFile &F;
  const Anchor &A;
  const OperationKind What;
  Association Out;
  unsigned FirstLine, LastLine; ///< of the operation
  Span Function; ///< the innermost function's body: no comment crosses it
  Span Body;     ///< the innermost function's or lambda's body
  unsigned FunctionBrace = 0;
  unsigned ChainBegin = 0; ///< of the outermost construct looked above
  std::vector<const ScannedText *> *Met = nullptr; ///< all(): take nothing
  llvm::SmallSet<unsigned, 8> LinesDone;
  llvm::SmallSet<const ScannedText *, 8> Told;
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_SAFETYCOMMENTSSEARCH_H
