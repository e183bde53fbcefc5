//===- Languages.cpp - Which units are C or C++ ---------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "clang/Driver/Types.h"
#include "clang/Lex/DependencyDirectivesScanner.h"
#include "llvm/Support/Path.h"

using namespace llvm;
namespace types = clang::driver::types;
namespace scan = clang::dependency_directives_scan;

namespace warrant {

static types::ID typeOf(StringRef File, StringRef Language) {
  if (!Language.empty() && Language != "none")
    return types::lookupTypeForTypeSpecifier(Language.str().c_str());
  StringRef Extension = sys::path::extension(File);
  Extension.consume_front(".");
  if (Extension == "ixx" || Extension == "mpp") // what MSVC and others take
    return types::TY_CXXModule;
  return types::lookupTypeForExtension(Extension);
}

static std::string nameOfOther(StringRef File, StringRef Language) {
  if (!Language.empty() && Language != "none")
    return "language `" + Language.str() + "`";
  return "neither C nor C++ (`" + sys::path::extension(File).str() + "`)";
}

std::string skipReason(StringRef File, StringRef Language) {
  types::ID Type = typeOf(File, Language);
  switch (Type) {
  case types::TY_C:
  case types::TY_PP_C:
  case types::TY_CXX:
  case types::TY_PP_CXX:
  case types::TY_CHeader:
  case types::TY_CXXHeader:
    return {};
  case types::TY_Asm:
  case types::TY_PP_Asm:
    return "assembly";
  case types::TY_CXXModule:
  case types::TY_PP_CXXModule:
    return "C++ modules";
  default:
    break;
  }
  if (types::isCuda(Type))
    return "CUDA";
  if (types::isObjC(Type))
    return types::isCXX(Type) ? "Objective-C++" : "Objective-C";
  return nameOfOther(File, Language);
}

bool usesNamedModules(StringRef File, vfs::FileSystem &FS) {
  ErrorOr<std::unique_ptr<MemoryBuffer>> Buffer = FS.getBufferForFile(File);
  if (!Buffer) // the analysis itself will tell
    return false;
  SmallVector<scan::Token, 0> Tokens;
  SmallVector<scan::Directive, 0> Directives;
  if (clang::scanSourceForDependencyDirectives((*Buffer)->getBuffer(), Tokens,
                                               Directives))
    return false;
  return any_of(Directives, [](const scan::Directive &D) {
    return D.Kind == scan::cxx_module_decl || D.Kind == scan::cxx_import_decl ||
           D.Kind == scan::cxx_export_module_decl ||
           D.Kind == scan::cxx_export_import_decl;
  });
}

} // namespace warrant
