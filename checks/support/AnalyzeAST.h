//===- AnalyzeAST.h - From an AST to sites ----------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What both hosts, the scanner and the clang-tidy plugin, do with a parsed
// unit: walk it with the enabled checks, place each operation, find its
// comment, and write plain values into a UnitResult. Clang's types end here.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_ANALYZEAST_H
#define WARRANT_CHECKS_SUPPORT_ANALYZEAST_H

#include "warrant/Config.h"
#include "warrant/Site.h"
#include "clang/AST/ASTContext.h"
#include "clang/Lex/Preprocessor.h"

namespace warrant {

class CommentCache;

/// The absolute path of \p File, its symbolic links resolved where the file
/// manager knows; empty for what is no file on disk.
std::string absolutePath(clang::FileID File, const clang::SourceManager &SM);

/// Adds sites, functions and patterns to \p Out. Reads no file that the
/// compiler has not read. \p Kept: comments of headers from earlier units.
void analyzeAST(clang::ASTContext &AST, const clang::Preprocessor &PP,
                const Config &C, const FileClassifier &Files, UnitResult &Out,
                CommentCache *Kept = nullptr);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_ANALYZEAST_H
