//===- SystemHeaders.h - The system headers of units ------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For units whose system headers mean the same: the headers that each is sure
// to include, what the project asks of them before the first, and how much
// there is to parse in them.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_SYSTEMHEADERS_H
#define WARRANT_SCAN_SYSTEMHEADERS_H

#include "IncludeScan.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"
#include <map>

namespace warrant {

/// Numbers of headers.
using HeaderSet = llvm::BitVector;

class SystemHeaders {
public:
  /// \p First is one of the units.
  SystemHeaders(IncludeScan &Scan, const FileClassifier &Files,
                const WorkItem &First);

  struct OfUnit {
    HeaderSet Headers;
    /// Feature test macros that the project defines before the first header:
    /// `_XOPEN_SOURCE 700`.
    std::vector<std::string> Features;
    /// Macros that conditions of the project ask for.
    std::vector<std::string> Asked;
  };
  /// What \p Item includes whatever the macros are, itself or through files of
  /// the project.
  OfUnit of(const WorkItem &Item);

  size_t size() const { return Headers.size(); }
  llvm::StringRef name(unsigned Header) const { return Headers[Header].Name; }
  /// Bytes of all that \p Set leads to.
  double weigh(const HeaderSet &Set);

private:
  struct Header {
    std::string Name; ///< as it is written
    std::string Path;
  };
  class Walk;

  bool isForeign(llvm::StringRef Path) const;
  unsigned numberOf(const IncludeFolders::Found &Found);
  const llvm::BitVector &closureOf(unsigned Header);

  IncludeScan &Scan;
  const FileClassifier &Files;
  CompilerDefaults Defaults;
  IncludeFolders Plain; ///< the system's alone
  std::map<std::vector<std::string>, IncludeFolders> ByFlags;
  llvm::StringMap<unsigned> HeaderNumbers, FileNumbers;
  std::vector<Header> Headers;
  std::vector<double> Sizes; ///< of files, in bytes
  std::vector<llvm::BitVector> Closures;
  llvm::DenseMap<HeaderSet, double> Weights;
};

} // namespace warrant

#endif // WARRANT_SCAN_SYSTEMHEADERS_H
