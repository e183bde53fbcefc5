//===- CommandsDrivers.h - Which compilers may be run ------- -*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_COMMANDSDRIVERS_H
#define WARRANT_COMMANDSDRIVERS_H

#include "warrant/Plan.h"

namespace warrant {

/// Runs the compilers whose paths match one of \p Globs, and no other program.
llvm::Expected<CompilerRunner>
compilerRunner(llvm::ArrayRef<std::string> Globs);

} // namespace warrant

#endif // WARRANT_COMMANDSDRIVERS_H
