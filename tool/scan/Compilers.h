//===- Compilers.h - What a compiler's name says -------------- -*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_COMPILERS_H
#define WARRANT_SCAN_COMPILERS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace warrant {

/// The name in \p Path, without folders (of Windows, too) and without `.exe`.
llvm::StringRef programName(llvm::StringRef Path);

/// \p Path names a compiler: `gcc`, `arm-none-eabi-g++-12`, `clang-cl.exe`.
bool isCompiler(llvm::StringRef Path);

/// \p Command from the compiler on: behind the programs that start it, their
/// options, and the assignments before them.
llvm::ArrayRef<std::string>
withoutWrappers(llvm::ArrayRef<std::string> Command);

/// `xtensa-esp32-elf` of `xtensa-esp32-elf-gcc-12`, `avr` of `avr-gcc`; empty
/// for other names.
llvm::StringRef triplePrefix(llvm::StringRef Compiler);

} // namespace warrant

#endif // WARRANT_SCAN_COMPILERS_H
