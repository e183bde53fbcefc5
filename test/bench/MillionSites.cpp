//===- MillionSites.cpp - What a very large report costs ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Makes up the results of 30,000 units with 1,000,000 sites, takes each through
// the form in which workers send it, merges them and writes JSON and SARIF.
// Prints the seconds of each step and the most memory that was in use.
//
//   warrant_bench_report [UNITS [SITES-IN-EACH]]
//
//===----------------------------------------------------------------------===//

#include "tool/report/UnitCodec.h"
#include "warrant/Writers.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include <ctime>
#include <sys/resource.h>

using namespace warrant;

namespace {

/// Headers are seen by many units: so are their sites.
constexpr unsigned Headers = 1000, SitesOfHeader = 20, HeadersOfUnit = 10;

Site siteOf(const std::string &File, unsigned N) {
  Site S;
  S.Check = "pointer-arithmetic";
  S.Kind = N % 3 ? "subscript" : "offset";
  S.State = N % 4 ? Status::Undocumented : Status::Documented;
  S.Where = S.Token = {File, 10 * N + 1, 5};
  S.EndLine = S.Where.Line;
  S.EndColumn = 20;
  S.FunctionName = "some::space::function" + std::to_string(N / 8);
  S.Function = S.FunctionName + "(const char *, unsigned long)";
  S.Snippet = "buffer[index + " + std::to_string(N) + "]";
  S.Tokens = "buffer[index+" + std::to_string(N) + "]";
  S.NoteLine = S.Where.Line;
  S.Operands = {"buffer", "index"};
  for (Property P : {Property::Bounds, Property::Overflow, Property::Lifetime})
    S.Properties.push_back({P, PropertyOrigin::Missing, ""});
  if (S.State == Status::Documented)
    S.Comment = CommentRef{"the caller has checked that index is in range",
                           File, 10 * N, Placement::AboveLine};
  return S;
}

void addFile(UnitResult &U, const std::string &File, unsigned Sites) {
  FileFacts &Facts = U.Files[File];
  Facts.Lines = 10 * Sites + 10;
  for (unsigned N = 0; N != Sites; ++N) {
    U.Sites.push_back(siteOf(File, N));
    if (N % 8 == 0)
      Facts.Functions.insert({File, 10 * N, 1});
  }
  Facts.FunctionsWithOperations = Facts.Functions;
}

UnitResult unitOf(unsigned N, unsigned Sites) {
  UnitResult U;
  U.Configuration = "build";
  U.File = "src/folder" + std::to_string(N / 100) + "/file" +
           std::to_string(N) + ".cpp";
  addFile(U, U.File, Sites);
  for (unsigned I = 0; I != HeadersOfUnit; ++I)
    addFile(U, "include/header" + std::to_string((N + 97 * I) % Headers) + ".h",
            SitesOfHeader);
  return U;
}

/// Prints the processor's seconds that each step took.
class Steps {
public:
  void done(llvm::StringRef Name) {
    std::clock_t Now = std::clock();
    llvm::outs() << llvm::format("%7.2f s  ",
                                 double(Now - Last) / CLOCKS_PER_SEC)
                 << Name << '\n';
    llvm::outs().flush();
    Last = Now;
  }

private:
  std::clock_t Last = std::clock();
};

unsigned numberAt(llvm::ArrayRef<char *> Arguments, size_t N, unsigned Else) {
  unsigned Value = Else;
  if (N < Arguments.size())
    llvm::to_integer(llvm::StringRef(Arguments[N]), Value);
  return Value;
}

} // namespace

int main(int Count, char **Values) {
  // SAFETY(bounds, lifetime): main's own count and array.
  llvm::ArrayRef<char *> Arguments(Values, Count);
  unsigned Units = numberAt(Arguments, 1, 30000);
  unsigned Sites = numberAt(Arguments, 2, 33);
  Steps Clock;
  Merger All;
  size_t Bytes = 0;
  for (unsigned N = 0; N != Units; ++N) {
    const std::string Sent = encodeUnit(unitOf(N, Sites));
    Bytes += Sent.size();
    All.add(llvm::cantFail(decodeUnit(Sent)));
  }
  Clock.done("made, sent, received and merged, " + std::to_string(Bytes >> 20) +
             " MB");
  Report R = All.take();
  Clock.done("sorted, " + std::to_string(R.Sites.size()) + " sites");
  Verdict V = judge(R, {});
  llvm::raw_null_ostream Nowhere;
  llvm::cantFail(writeJSON(R, V, Nowhere));
  Clock.done("JSON");
  llvm::cantFail(writeSARIF(R, V, Nowhere));
  Clock.done("SARIF");
  rusage Used;
  getrusage(RUSAGE_SELF, &Used);
  llvm::outs() << Used.ru_maxrss / 1024 << " MB at most\n";
}
