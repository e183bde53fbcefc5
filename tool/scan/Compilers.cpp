//===- Compilers.cpp - What a compiler's name says ------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Compilers.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;

namespace warrant {

StringRef programName(StringRef Path) {
  StringRef Name = Path.substr(Path.find_last_of("/\\") + 1);
  Name.consume_back_insensitive(".exe");
  return Name;
}

/// `x-g++` of `x-g++-12`, `clang` of `clang-19.1`.
static StringRef withoutVersion(StringRef Name) {
  StringRef Rest = Name.rtrim("0123456789.");
  return Rest.size() < Name.size() && Rest.consume_back("-") ? Rest : Name;
}

bool isCompiler(StringRef Path) {
  StringRef Name = withoutVersion(programName(Path));
  return StringSwitch<bool>(Name.substr(Name.rfind('-') + 1))
      .Cases("gcc", "g++", "cc", "c++", "clang", "clang++", "cl", true)
      .Cases("icc", "icpc", "icx", "icpx", "nvcc", "hipcc", true)
      .Cases("armclang", "armcc", "emcc", "em++", "tcc", "qcc", "q++", true)
      .Default(false);
}

/// `LANG=C` before a program, or a setting behind a wrapper.
static bool isAssignment(StringRef Word) {
  StringRef Name = Word.take_until([](char C) { return C == '='; });
  return Name.size() < Word.size() && !Name.empty() &&
         all_of(Name, [](char C) { return isAlnum(C) || C == '_'; });
}

/// What only a compiler takes: no program before it is looked for behind that.
static bool isCompilersOwn(StringRef Word) {
  return Word == "-c" || Word == "-o" || Word == "/c" ||
         Word.starts_with("-D") || Word.starts_with("-I");
}

ArrayRef<std::string> withoutWrappers(ArrayRef<std::string> Command) {
  ArrayRef<std::string> Rest = Command;
  while (Rest.size() > 1 && isAssignment(Rest.front()))
    Rest = Rest.drop_front();
  for (ArrayRef<std::string> Behind = Rest;
       !Behind.empty() && !isCompilersOwn(Behind.front());
       Behind = Behind.drop_front())
    if (isCompiler(Behind.front()))
      return Behind;
  // `distcc -c a.c` names no compiler: the wrapper's own name has to do.
  return Rest;
}

StringRef triplePrefix(StringRef Compiler) {
  StringRef Name = programName(Compiler);
  for (StringRef Tool : {"-gcc", "-g++", "-cc", "-c++", "-clang"}) {
    size_t At = Name.rfind(Tool);
    if (At == StringRef::npos)
      continue;
    StringRef Prefix = Name.take_front(At);
    // A target that LLVM does not know is one, too; `our-own-cc` names none.
    bool IsTriple =
        Prefix.count('-') > (StringRef(Tool) == "-cc") ||
        Triple(Triple::normalize(Prefix)).getArch() != Triple::UnknownArch;
    return IsTriple ? Prefix : StringRef();
  }
  return {};
}

} // namespace warrant
