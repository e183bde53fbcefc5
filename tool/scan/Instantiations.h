//===- Instantiations.h - Only what can reach the project -------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// At the end of a unit Clang instantiates what the unit has used, and most of
// that is the standard library's. An instantiation holds a site where its
// pattern is the project's. Another one matters where its body may call into
// the project and instantiate there: std::for_each() calls the generic lambda
// that it is given. It can do so only with what its template arguments lead to,
// so
//
//   waiting instantiation -> its pattern is the project's?            perform
//                         -> its arguments -> classes of the project
//                            -> that have a template to instantiate?  perform
//                         -> else                                     drop
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_INSTANTIATIONS_H
#define WARRANT_SCAN_INSTANTIATIONS_H

#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace clang {
class Sema;
}

namespace warrant {

/// Performs what is left to instantiate at the end of a unit that was parsed as
/// a prefix (clang::TU_Prefix), as far as it can show an operation in a file
/// that \p IsAudited covers. False where that can't be done as a compiler does
/// it: a body was not parsed, or there are errors.
bool performInstantiations(
    clang::Sema &S, llvm::function_ref<bool(clang::SourceLocation)> IsAudited);

} // namespace warrant

#endif // WARRANT_SCAN_INSTANTIATIONS_H
