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

#include "HeaderGraph.h"
#include "IncludeScan.h"
#include "llvm/ADT/DenseMap.h"
#include <map>

namespace warrant {

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

  size_t size() const { return Names.size(); }
  llvm::StringRef name(unsigned Header) const { return Names[Header]; }
  /// With those of C++ that \p Set leads to. All units are known by then, and
  /// for weigh().
  HeaderSet closed(HeaderSet Set) { return graph().closed(std::move(Set)); }
  /// Bytes of all that \p Set leads to.
  double weigh(const HeaderSet &Set);

private:
  class Walk;

  bool isForeign(llvm::StringRef Path) const;
  unsigned numberOf(llvm::StringRef Name);
  const HeaderGraph &graph();

  IncludeScan &Scan;
  const FileClassifier &Files;
  const WorkItem &First;
  CompilerDefaults Defaults;
  std::map<std::vector<std::string>, IncludeFolders> ByFlags;
  llvm::StringMap<unsigned> Numbers;
  std::vector<llvm::StringRef> Names; ///< of headers, as they are written
  HeaderGraph Graph;                  ///< of as many as there were
  size_t InGraph = 0;
  llvm::DenseMap<HeaderSet, double> Weights;
};

} // namespace warrant

#endif // WARRANT_SCAN_SYSTEMHEADERS_H
