//===- Repository.cpp - Where the project is kept -------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Repository.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace warrant {

std::string repositoryAddress(StringRef Remote) {
  auto IsPlain = [](char C) {
    return isAlnum(C) || StringRef("-._~:/@%+").contains(C);
  };
  if (!all_of(Remote, IsPlain))
    return {};
  std::string Scheme = "ssh";
  auto [Before, After] = Remote.split("://");
  if (!After.empty()) {
    Scheme = Before.lower();
    if (!is_contained({"https", "http", "ssh", "git"}, Scheme))
      return {};
  } else {
    // git@host:path. What has a slash before the colon is a folder.
    auto [Host, Path] = Remote.split(':');
    if (Path.empty() || Host.contains('/'))
      return {};
  }
  auto [Host, Path] =
      (After.empty() ? Remote : After).split(After.empty() ? ':' : '/');
  // Behind the last one, since a password may have one, too.
  Host = Host.substr(Host.rfind('@') + 1);
  Path = Path.ltrim('/');
  if (Host.empty() || Path.empty())
    return {};
  return Scheme + "://" + (Host + "/" + Path).str();
}

} // namespace warrant
