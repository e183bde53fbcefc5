//===- UnitCodec.h - A unit's result as bytes -------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How a UnitResult crosses a pipe and lies in a cache. A header names the
// format's version, how many bytes follow and their checksum. They are a table
// of all strings, then the fields in their order, numbers in LEB128. It is a
// format between processes of one version: any change of a struct is a new
// version, and another version is an error.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_UNITCODEC_H
#define WARRANT_REPORT_UNITCODEC_H

#include "warrant/Aside.h"
#include "warrant/Site.h"
#include "llvm/Support/Error.h"

namespace warrant {

/// \p U with its header. What is not UTF-8 in it becomes U+FFFD, as in reports,
/// so that merging sees the same text whichever way a result came.
std::string encodeUnit(const UnitResult &U);

/// The inverse. What is cut off, damaged, or of another version is an error.
llvm::Expected<UnitResult> decodeUnit(llvm::StringRef Bytes);

/// The same for what comes beside a result.
std::string encodeAside(const UnitAside &A);
llvm::Expected<UnitAside> decodeAside(llvm::StringRef Bytes);

/// And for what a file says of its units.
struct UnitsInfo;
std::string encodeInfo(const UnitsInfo &I);
llvm::Expected<UnitsInfo> decodeInfo(llvm::StringRef Bytes);

/// How many of \p Bytes are the first unit's, which may be more than there are;
/// absence while its header is not there as a whole. What begins with no header
/// is all one unit, of which decodeUnit() tells what is wrong.
std::optional<size_t> encodedSize(llvm::StringRef Bytes);

} // namespace warrant

#endif // WARRANT_REPORT_UNITCODEC_H
