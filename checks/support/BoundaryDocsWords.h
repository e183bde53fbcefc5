//===- BoundaryDocsWords.h - The words of a documentation -------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which of a function's subjects a piece of its documentation names, for
// readDoc() and for nobody else. Lower is text in lower case.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_BOUNDARYDOCSWORDS_H
#define WARRANT_CHECKS_SUPPORT_BOUNDARYDOCSWORDS_H

#include "BoundaryDocsText.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace warrant {

bool hasAny(llvm::StringRef Lower,
            std::initializer_list<llvm::StringRef> Phrases);

bool isOneOf(llvm::StringRef Word,
             std::initializer_list<llvm::StringRef> Words);

using SubjectTest = llvm::function_ref<bool(const DocSubject &)>;

/// The parameters that \p Text names, of those that are \p Wanted.
SubjectSet namedIn(llvm::StringRef Text, const DocFunction &F,
                   SubjectTest Wanted);

SubjectSet pointersNamedIn(llvm::StringRef Text, const DocFunction &F);

SubjectSet parametersWith(const DocFunction &F, SubjectTest Wanted);

/// Whom \p Text means by "all pointers"; the result too, unless it speaks of
/// what is handed in.
SubjectSet allIn(llvm::StringRef Text, const DocFunction &F);

/// "All functions", "functions in this header".
bool speaksOfFunctions(llvm::StringRef Lower);

/// "Frees the list": the function ends what it got.
bool beginsWithEnding(llvm::StringRef Lower);

/// Where \p Lower begins to speak of what is returned, or npos: not of when the
/// function returns.
size_t returnIn(llvm::StringRef Lower);

/// Where the condition begins behind \p From: "NULL if ...".
size_t conditionIn(llvm::StringRef Lower, size_t From);

/// Whether \p Words, at \p At of the clause \p I, say how errors are reported.
bool tellsErrors(llvm::ArrayRef<Clause> Clauses, size_t I,
                 llvm::StringRef Words, size_t At);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_BOUNDARYDOCSWORDS_H
