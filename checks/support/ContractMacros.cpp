//===- ContractMacros.cpp - The contract of a macro -----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A comment above a macro's definition documents the operations in its body. A
// Safety section there speaks to who uses the macro: it is a contract.
//
//===----------------------------------------------------------------------===//

#include "Anchors.h"
#include "Contracts.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace warrant {

/// The name that the definition beginning at \p Offset of \p Text gives.
static std::string definedName(StringRef Text, unsigned Offset) {
  StringRef Rest = Text.substr(Offset).split("define").second.ltrim();
  return Rest
      .take_while(
          [](char C) { return llvm::isAlnum(C) || C == '_' || C == '$'; })
      .str();
}

std::unique_ptr<Contract> ContractFinder::findAtMacro(SourceLocation Body) {
  const SourceManager &SM = AST.getSourceManager();
  FileID File = SM.getFileID(Body);
  if (SM.isInSystemHeader(Body) || !Files.isReadable(File))
    return nullptr;
  Anchor Where = makeMacroAnchor(Body, SM);
  unsigned Begin = Where.Levels.front().Begin;
  const CommentIndex &Comments = Files.comments(File);
  for (const SafetyText &T : Comments.textsAround(Where)) {
    bool AnythingGoes = StringRef(T.Text).rtrim('.').equals_insensitive("none");
    if (!T.Contract || (!AnythingGoes && rejectionOf(T.Text, Settings.Reject)))
      continue;
    auto Made = std::make_unique<Contract>();
    Made->Name = definedName(SM.getBufferData(File), Begin);
    Made->Text = T.Text;
    Made->Where = {Files.display(File), T.Line, 1};
    if (!AnythingGoes)
      Made->Conditions =
          conditionsOf(T.Text, Comments.documentationAbove(Begin));
    return Made;
  }
  return nullptr;
}

const Contract *ContractFinder::ofMacro(SourceLocation Body) {
  auto [It, IsNew] = AtMacros.try_emplace(Body);
  if (IsNew)
    It->second = findAtMacro(Body);
  return It->second.get();
}

} // namespace warrant
