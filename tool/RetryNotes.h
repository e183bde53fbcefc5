//===- RetryNotes.h - Which units took a second attempt ---------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_RETRYNOTES_H
#define WARRANT_RETRYNOTES_H

#include "warrant/Plan.h"
#include "llvm/Support/raw_ostream.h"

namespace warrant {

/// Keeps what the first attempts at units failed of that a second one then
/// analysed. That is for standard error only: the result is the one that short
/// cuts would have had, and whether they fail may depend on the machine's load.
class RetryNotes final : public RunObserver {
public:
  void ends(const WorkItem &Item, int Worker, const UnitAside &Aside) override {
    auto It = Failed.find(&Item);
    if (It != Failed.end())
      Notes.insert("'" + Item.Display +
                   "' was analysed at the second attempt; the first failed: " +
                   It->second);
  }
  void fails(const WorkItem &Item, int Worker, llvm::StringRef Reason,
             bool IsFirst) override {
    Failed[&Item] = Reason.str();
  }
  void print(llvm::raw_ostream &OS) const {
    for (const std::string &Note : Notes)
      OS << "warrant: note: " << Note << "\n";
  }

private:
  std::map<const WorkItem *, std::string> Failed;
  std::set<std::string> Notes;
};

} // namespace warrant

#endif // WARRANT_RETRYNOTES_H
