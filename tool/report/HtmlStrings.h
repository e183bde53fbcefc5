//===- HtmlStrings.h - JSON inside of HTML ----------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_HTMLSTRINGS_H
#define WARRANT_REPORT_HTMLSTRINGS_H

#include "JsonSite.h"
#include "llvm/ADT/StringMap.h"

namespace warrant {

/// Texts by their numbers, each once; the empty one is 0.
class HtmlStrings {
public:
  HtmlStrings() { operator()(""); }
  unsigned operator()(llvm::StringRef Text) {
    auto [It, IsNew] = Numbers.try_emplace(Text, Texts.size());
    if (IsNew)
      Texts.push_back(It->first());
    return It->second;
  }
  void write(JsonStream &J) const { addTexts(J, "strings", Texts); }

private:
  llvm::StringMap<unsigned> Numbers;
  std::vector<llvm::StringRef> Texts;
};

/// An element with the JSON that \p Write makes. No byte of it ends the element
/// or is a line break to a script.
void addIsland(llvm::raw_ostream &OS, const std::string &Id,
               llvm::function_ref<void(JsonStream &)> Write);

} // namespace warrant

#endif // WARRANT_REPORT_HTMLSTRINGS_H
