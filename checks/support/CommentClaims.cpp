//===- CommentClaims.cpp - What comments say that the code denies ---------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommentClaims.h"
#include "SiteText.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace warrant {

constexpr llvm::StringLiteral Stale = "stale";
constexpr llvm::StringLiteral Unbacked = "unbacked";

/// Whoever calls a lambda has no declaration to read a contract at.
static bool isLambda(const FunctionDecl &F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  return Method && Method->getParent()->isLambda();
}

CodeAround codeAround(const Operation &Op, const Place &P, const Context &C) {
  CodeAround Around;
  if (P.AtDefinition)
    return Around;
  Around.Holder = Op.Boundary;
  if (Op.Boundary)
    return Around;
  Around.Holder = titleFunction(C.Function);
  if (!Around.Holder)
    Around.Holder = C.Holder;
  if (C.Function && !isLambda(*C.Function) && !C.Function->isMain())
    Around.Called = C.Function;
  return Around;
}

void CommentClaims::read(const SafetyText &Text, const Location &Where,
                         const CodeAround &Around) {
  if (Around.Holder)
    readNames(Text, Where, Around);
  if (Around.Called)
    readPromise(Text, Where, *Around.Called);
}

void CommentClaims::readNames(const SafetyText &Text, const Location &Where,
                              const CodeAround &Around) {
  for (const std::string &Name : quotedNames(Text.Text)) {
    if (Names.isKnown(Name, Around.Holder))
      Out.Refuted.insert({Where, Stale.str(), Name});
    else
      Out.Suspected.insert({Stale.str(), Where,
                            "the SAFETY comment speaks of '" + Name +
                                "', and nothing here has that name",
                            Name, ""});
  }
}

void CommentClaims::readPromise(const SafetyText &Text, const Location &Where,
                                const FunctionDecl &F) {
  std::string Promise = callersPromise(Text.Text);
  if (Promise.empty())
    return;
  if (Contracts.tellsCallers(F))
    Out.Refuted.insert({Where, Unbacked.str(), Promise});
  else
    Out.Suspected.insert({Unbacked.str(), Where,
                          "says '" + Promise + "', and '" + functionName(&F) +
                              "' has no contract that tells them",
                          Promise, ""});
}

void CommentClaims::finish() { Out.Declared = Names.declared(); }

} // namespace warrant
