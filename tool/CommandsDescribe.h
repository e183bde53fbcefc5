//===- CommandsDescribe.h - A check's metadata in words ---------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What `list`, `explain` and docs/checks/ say about checks, kinds and
// properties, all of it from CheckInfo and Properties.def.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_COMMANDSDESCRIBE_H
#define WARRANT_COMMANDSDESCRIBE_H

#include "warrant/CheckInfo.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace warrant {

/// `bounds, overflow`; \p Quote goes around each.
std::string listProperties(PropertySet Set, llvm::StringRef Quote = "");

/// `CWE-119; MISRA C:2012 Rule 18.1, Rule 18.4`; empty without references.
std::string listReferences(const References &Refs);

/// How \p Option's type is called.
llvm::StringRef typeName(const OptionInfo &Option);

/// The page of a check in docs/checks/, and that folder's README.
void writeCheckPage(const CheckInfo &Check, llvm::raw_ostream &OS);
void writeCheckIndex(llvm::raw_ostream &OS);

/// The same for a terminal.
void describeCheck(const CheckInfo &Check, llvm::raw_ostream &OS);
void describeKind(const CheckInfo &Check, const KindInfo &Kind,
                  llvm::raw_ostream &OS);
void describeProperty(Property P, llvm::raw_ostream &OS);

} // namespace warrant

#endif // WARRANT_COMMANDSDESCRIBE_H
