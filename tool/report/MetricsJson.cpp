//===- MetricsJson.cpp - Measures as JSON ---------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JsonSite.h"
#include "warrant/Metrics.h"
#include "llvm/Support/Path.h"
#include <array>

using namespace warrant;
using llvm::StringRef;

namespace {

constexpr Status AllStates[] = {Status::Unknown, Status::Undocumented,
                                Status::Partial, Status::Documented,
                                Status::Proven};
constexpr size_t NumStates = std::size(AllStates);

/// How many operations there are, by status.
using Counts = std::array<unsigned, NumStates>;
/// By what they are counted by, as `file` and `function`.
using Table = std::map<std::vector<std::string>, Counts>;

void addMeasures(JsonStream &J, const Report &R) {
  J.attributeArray("measures", [&] {
    for (const Measure &M : measure(R))
      J.object([&] {
        J.attribute("id", M.Id);
        J.attribute("name", M.Name);
        J.attribute("part", M.Part);
        J.attribute("whole", M.Whole);
        J.attribute("of", M.Of);
        J.attribute("per", M.As == Measure::Unit::Share ? 100 : 1000);
        J.attribute("blindSpot", M.IsBlindSpot);
      });
  });
}

void addTable(JsonStream &J, StringRef Key, llvm::ArrayRef<StringRef> Names,
              const Table &Rows) {
  J.attributeArray(Key, [&] {
    for (const auto &[By, States] : Rows)
      J.object([&] {
        for (size_t N = 0; N != Names.size(); ++N)
          addText(J, Names[N], By[N]);
        for (size_t N = 0; N != NumStates; ++N)
          J.attribute(toString(AllStates[N]), States[N]);
      });
  });
}

void addBreakdowns(JsonStream &J, const Report &R) {
  Table ByKind, ByFolder, ByFile, ByFunction;
  for (const Site &S : R.Sites) {
    if (isVendored(R, S))
      continue;
    const StringRef Folder = llvm::sys::path::parent_path(
        S.Where.File, llvm::sys::path::Style::posix);
    const size_t State = static_cast<size_t>(S.State);
    ++ByKind[{S.Check, S.Kind}].at(State);
    ++ByFolder[{Folder.empty() ? "." : Folder.str()}].at(State);
    ++ByFile[{S.Where.File}].at(State);
    ++ByFunction[{S.Where.File, S.Function}].at(State);
  }
  addTable(J, "byKind", {"check", "kind"}, ByKind);
  addTable(J, "byFolder", {"folder"}, ByFolder);
  addTable(J, "byFile", {"file"}, ByFile);
  addTable(J, "byFunction", {"file", "function"}, ByFunction);
}

} // namespace

void warrant::writeMetricsJSON(llvm::ArrayRef<NamedReport> Reports,
                               llvm::raw_ostream &OS) {
  JsonStream J(OS, /*IndentSize=*/2);
  J.object([&] {
    J.attribute("version", 1);
    J.attributeArray("reports", [&] {
      for (const NamedReport &Each : Reports)
        J.object([&] {
          addText(J, "name", Each.Name);
          addText(J, "revision", Each.Audit->Run.Revision);
          addText(J, "configDigest", Each.Audit->Run.ConfigDigest);
          addMeasures(J, *Each.Audit);
        });
    });
    addBreakdowns(J, *Reports.back().Audit);
  });
  OS << '\n';
}
