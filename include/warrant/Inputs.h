//===- Inputs.h - What an analysis asked of the file system -----*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A unit's result depends on its command, on the configuration, and on each
// answer that the file system gave: also that a path was not there, since a
// file that appears earlier in the include path is another unit. While all
// answers are the same the result is.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_INPUTS_H
#define WARRANT_INPUTS_H

#include <compare>
#include <cstdint>
#include <string>

namespace warrant {

/// What was asked of a path.
enum class InputKind : uint8_t {
  Absent,    ///< it was not there, or could not be opened
  Directory, ///< it was there, and a directory
  Present,   ///< it was there, and nobody read it
  Contents,  ///< its bytes; the answer is their digest
  Listing,   ///< the names in a directory; the answer is their digest
  RealPath   ///< its path without symlinks, which is the answer
};

/// One question and its answer.
struct UnitInput {
  InputKind Kind = InputKind::Absent;
  std::string Path; ///< absolute, as it was asked for
  std::string Answer;
  friend auto operator<=>(const UnitInput &, const UnitInput &) = default;
};

} // namespace warrant

#endif // WARRANT_INPUTS_H
