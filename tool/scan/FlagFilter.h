//===- FlagFilter.h - Which flags of a command are taken ------ -*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_FLAGFILTER_H
#define WARRANT_SCAN_FLAGFILTER_H

#include "Commands.h"
#include "llvm/Option/ArgList.h"

namespace warrant {

/// Builds the arguments of a ParseCommand from the driver's view of them: flags
/// that change what is parsed stay, those that write, load or run something go.
class FlagFilter {
public:
  FlagFilter(const llvm::opt::InputArgList &Args, ParseCommand &Result)
      : Args(Args), Result(Result) {}

  /// Takes all but the inputs; remembers the `-x` that holds at \p File.
  void run(llvm::StringRef File);
  llvm::StringRef language() const { return Language; }
  bool usesModules() const { return Modules; }

private:
  void take(const llvm::opt::Arg &A);
  bool takeSpecial(const llvm::opt::Arg &A);
  void takePreprocessor(llvm::StringRef Value);
  void takeFrontend();
  void takeForFrontend(const llvm::opt::Arg &A,
                       const llvm::opt::InputArgList &Frontend);
  void noteResponseFile(llvm::StringRef Input);
  void keep(const llvm::opt::Arg &A);

  const llvm::opt::InputArgList &Args;
  ParseCommand &Result;
  std::string Language, FileLanguage;
  bool Modules = false, HasArchitecture = false;
  std::vector<const char *> ForFrontend; ///< what `-Xclang` gives
  std::string Pending; ///< a flag from `-Wp,` whose value comes by the next one
};

} // namespace warrant

#endif // WARRANT_SCAN_FLAGFILTER_H
