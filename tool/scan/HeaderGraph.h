//===- HeaderGraph.h - What headers of the system lead to -------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Headers are preprocessed once, one after the other, their directives alone.
// Which file includes which, and how large the files are, says what a set of
// them costs to parse.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_HEADERGRAPH_H
#define WARRANT_SCAN_HEADERGRAPH_H

#include "clang/Frontend/CompilerInstance.h"
#include "llvm/ADT/BitVector.h"

namespace warrant {

/// Numbers of headers.
using HeaderSet = llvm::BitVector;

class HeaderGraph {
public:
  HeaderGraph() = default;
  /// \p Compiler has its files and its target, and no more. What is wrong with
  /// a header is told to its diagnostics, and no matter here.
  HeaderGraph(llvm::ArrayRef<llvm::StringRef> Names,
              clang::CompilerInstance &Compiler);

  /// \p Headers, and what headers of C++ they lead to. Those of C may be read
  /// in part (`__need_size_t`), so one that leads to them is not for the whole.
  HeaderSet closed(HeaderSet Headers) const;
  /// Bytes of all that \p Headers, numbers of the names, lead to. An empty
  /// graph knows of none.
  double weigh(const HeaderSet &Headers) const;

private:
  friend class HeaderEdges;
  llvm::BitVector filesOf(const HeaderSet &Headers) const;

  struct File {
    double Size = 0;
    std::vector<unsigned> Includes;
  };
  std::vector<File> Files;
  /// What is known of a header: its file, and all files that it leads to.
  struct Header {
    std::optional<unsigned> OfCXX; ///< set where it has a name of C++
    llvm::BitVector Closure;
  };
  std::vector<Header> Headers;
};

} // namespace warrant

#endif // WARRANT_SCAN_HEADERGRAPH_H
