//===- Handlers.cpp - Interrupt handlers across units ---------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Handlers.h"
#include "Merge.h"
#include "llvm/ADT/STLExtras.h"

using namespace warrant;

void warrant::joinHandlerUses(HandlerUseMap &To, const HandlerUseMap &From) {
  for (const auto &[Object, Each] : From) {
    HandlerUse &Use = To[Object];
    Use.Handlers.insert(Each.Handlers.begin(), Each.Handlers.end());
    Use.Writes |= Each.Writes;
  }
}

/// What an access asks for where others may come in between: registers ask for
/// exclusiveness, other objects for atomicity.
static PropertyState *asked(Site &S) {
  for (Property Name : {Property::Atomicity, Property::Exclusive}) {
    auto Found = llvm::find_if(
        S.Properties, [&](const PropertyState &P) { return P.Name == Name; });
    if (Found != S.Properties.end())
      return &*Found;
  }
  return nullptr;
}

static void nameHandler(Site &S, const HandlerUse &Use) {
  const std::string &Handler = *Use.Handlers.begin();
  PropertyState *P = asked(S);
  if (P && P->Origin == PropertyOrigin::Missing)
    P->By = "shared with " + Handler;
  if (!S.Rewrites || !Use.Writes)
    return;
  // Another program of the project may have an object of the same name.
  S.Defects.push_back({"interrupted-read-modify-write", Precision::Possible,
                       Handler + " may write '" + S.Object +
                           "' between the read and the write"});
  S.Defects = uniteDefects(std::move(S.Defects));
}

void warrant::nameHandlers(std::vector<Site> &Sites,
                           const HandlerUseMap &Uses) {
  if (Uses.empty())
    return;
  for (Site &S : Sites)
    if (auto It = Uses.find(S.Object); It != Uses.end())
      nameHandler(S, It->second);
}
