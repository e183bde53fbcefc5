//===- Depfile.cpp - Which files a result depends on ----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Depfile.h"
#include "CommandsProject.h"

using namespace llvm;

namespace warrant {

/// \p Path as make and ninja read it.
static std::string escaped(StringRef Path) {
  std::string Result;
  for (char C : Path) {
    if (C == ' ' || C == '#')
      Result += '\\';
    if (C == '$')
      Result += '$';
    Result += C;
  }
  return Result;
}

std::string depfile(StringRef Target, const std::set<std::string> &Files,
                    StringRef Here) {
  std::string Text = escaped(Target) + ":";
  for (StringRef File : Files) {
    StringRef Name = File;
    if (isAtOrBelow(File, Here))
      Name = File.drop_front(Here.size()).ltrim('/');
    Text += " \\\n  " + escaped(Name);
  }
  return Text + "\n";
}

} // namespace warrant
