//===- Anchors.h - What encloses an operation, in offsets -------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Turns the walker's stack of nodes into the Anchor that comment association
// works on: which full statement, control statement, block, declaration and
// body hold the operation, as offsets in the file where it stands.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_ANCHORS_H
#define WARRANT_CHECKS_SUPPORT_ANCHORS_H

#include "Place.h"
#include "Walker.h"
#include "warrant/SafetyComments.h"

namespace warrant {

/// The anchor of the operation at \p P, whose node ends \p Stack.
Anchor makeAnchor(const Place &P, llvm::ArrayRef<Node> Stack,
                  const clang::ASTContext &AST);

/// The anchor of a declaration that is itself a site.
Anchor makeDeclarationAnchor(const clang::Decl &D,
                             const clang::ASTContext &AST);

/// The anchor of the macro definition that holds the file location \p Loc.
Anchor makeMacroAnchor(clang::SourceLocation Loc,
                       const clang::SourceManager &SM);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_ANCHORS_H
