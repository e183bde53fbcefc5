//===- MemoryFacts.h - Which conditions of an overlay hold ------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the analysis establishes of the conditions that an overlay lists for a
// function, where that function is called; and which of them are broken.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_MEMORYFACTS_H
#define WARRANT_CHECKS_SUPPORT_MEMORYFACTS_H

#include "Check.h"
#include "EvidenceFlow.h"
#include "FormatFacts.h"
#include "warrant/Overlay.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace warrant {

/// One call. \p Flow gives the control flow around it, or null; it is asked
/// only where nothing else helps.
class MemoryFacts {
public:
  using FlowSource = llvm::function_ref<const FunctionFlow *()>;
  MemoryFacts(const Operation &Op, const Context &C, FlowSource Flow)
      : Op(Op), C(C), AST(C.AST), Flow(Flow) {}

  /// Why \p Condition holds, in words, or empty.
  std::string establish(const OverlayCondition &Condition);
  /// What is wrong whatever a comment says, where \p Condition does not hold.
  std::optional<Defect> refute(const OverlayCondition &Condition);

private:
  /// A constant, times one value that is none.
  struct Amount {
    uint64_t Known = 1;
    const clang::Expr *Variable = nullptr;
  };

  const clang::Expr *argument(unsigned Index) const;
  bool multiply(Amount &A, const clang::Expr *E) const;
  std::optional<Amount> amountOf(const OverlayFact &Fact) const;

  std::string extentFact(const OverlayFact &Fact);
  std::string boundedFact(const Amount &A, uint64_t Limit,
                          const std::string &Of);
  std::string typeFact(const OverlayFact &Fact, bool OrPadding);
  std::string stringsFact(const OverlayFact &Fact);
  std::string alignedFact(const OverlayFact &Fact);
  std::string overlapFact(const OverlayFact &Fact);
  std::optional<FormatFacts> formatOf(const OverlayFact &Fact) const;
  std::string formatFact(const OverlayCondition &Condition);

  std::optional<Defect> extentDefect(const OverlayFact &Fact);
  std::optional<Defect> sizeofDefect(const OverlayFact &Fact);
  std::optional<Defect> typeDefect(const OverlayFact &Fact);
  std::optional<Defect> overlapDefect(const OverlayFact &Fact);

  const Operation &Op;
  const Context &C;
  clang::ASTContext &AST;
  FlowSource Flow;
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_MEMORYFACTS_H
