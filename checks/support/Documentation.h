//===- Documentation.h - The comment that documents an operation --*- C++
//-*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Between the AST and the comment index: which places to ask for a comment. The
// operation's own place first; for a plain access of a register the place of
// its address; for a boundary each of its declarations.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_DOCUMENTATION_H
#define WARRANT_CHECKS_SUPPORT_DOCUMENTATION_H

#include "Place.h"
#include "UnitFiles.h"
#include "Walker.h"
#include "warrant/SafetyComments.h"

namespace warrant {

/// The comment for \p Op, which stands at \p P and whose node ends \p Stack.
/// \p Required are the properties that a boundary's documentation may answer.
Association findDocumentation(const Operation &Op, const Place &P,
                              llvm::ArrayRef<Node> Stack, OperationKind What,
                              PropertySet Required, const Context &C,
                              UnitFiles &Files);

/// A place to ask for a comment.
struct AskedPlace {
  clang::FileID File;
  Anchor Where;
};

/// Every audited place whose comments can speak of \p Op: its own, for a
/// register also its address's, for a boundary its redeclarations.
llvm::SmallVector<AskedPlace, 2>
askedPlaces(const Operation &Op, const Place &P, llvm::ArrayRef<Node> Stack,
            const Context &C, UnitFiles &Files);

/// How each required property stands, by evidence, by \p A, or not. With
/// \p Names, in strict mode, the words of \p A must be said of one of them.
std::vector<PropertyState>
propertiesOf(const Operation &Op, const Association &A, PropertySet Required,
             const NamesInScope *Names, const Context &C, UnitFiles &Files);

/// Why nothing is left to write where the analysis established every property
/// that is required; empty otherwise.
std::string provenByEvidence(const std::vector<PropertyState> &Properties);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_DOCUMENTATION_H
