//===- HtmlHead.cpp - What all of the HTML page needs ---------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HtmlData.h"
#include "HtmlNotices.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace warrant;
using llvm::StringRef;

namespace {

/// findKind() is in the library of the checks, which this one comes before.
const KindInfo *findKindOf(const CheckInfo &Check, StringRef Name) {
  const auto *It = llvm::find_if(
      Check.Kinds, [&](const KindInfo &K) { return Name == K.Name; });
  return It == Check.Kinds.end() ? nullptr : It;
}

void addReferences(JsonStream &J, const References &Refs) {
  std::vector<std::string> All;
  auto Add = [&](StringRef Standard,
                 llvm::ArrayRef<llvm::StringLiteral> Rules) {
    for (StringRef Rule : Rules)
      All.push_back((Standard + Rule).str());
  };
  Add("", Refs.Cwe);
  Add("MISRA C:2012 ", Refs.MisraC2012);
  Add("MISRA C++:2023 ", Refs.MisraCpp2023);
  Add("CERT ", Refs.Cert);
  Add("C++ Core Guidelines ", Refs.CoreGuidelines);
  if (!All.empty())
    addText(J, "refs", llvm::join(All, ", "));
}

} // namespace

void HtmlData::addMeasures(JsonStream &J) const {
  J.attributeArray("measures", [&] {
    for (const Measure &M : measure(R))
      J.object([&] {
        J.attribute("name", M.Name);
        J.attribute("part", M.Part);
        J.attribute("whole", M.Whole);
        J.attribute("of", M.Of);
        J.attribute("per", M.As == Measure::Unit::Share ? 100 : 1000);
        J.attribute("blind", M.IsBlindSpot);
      });
  });
}

void HtmlData::addTrend(JsonStream &J) const {
  if (Options.Earlier.empty())
    return;
  J.attributeObject("trend", [&] {
    J.attributeArray("labels", [&] {
      for (const NamedReport &Each : Options.Earlier)
        addText(J, Each.Name);
    });
    J.attributeArray("rows", [&] {
      for (const NamedReport &Each : Options.Earlier)
        J.array([&] {
          for (const Measure &M : measure(*Each.Audit))
            J.array([&] {
              J.value(M.Part);
              J.value(M.Whole);
            });
        });
    });
    J.attributeObject("change", [&] {
      J.attribute("new", Options.Since->New.size());
      J.attribute("changed", Options.Since->Changed.size());
      J.attribute("gone", Options.Since->Gone.size());
    });
  });
}

void HtmlData::addKinds(JsonStream &J) const {
  std::map<StringRef, unsigned> Numbers;
  for (const auto &[Kind, Index] : Kinds)
    Numbers.try_emplace(Kind.first, Numbers.size());
  auto Find = [&](StringRef Name) -> const CheckInfo * {
    auto It = llvm::find_if(Options.Checks, [&](const CheckInfo *Check) {
      return Name == Check->Name;
    });
    return It == Options.Checks.end() ? nullptr : *It;
  };
  J.attributeArray("checks", [&] {
    for (const auto &[Name, Index] : Numbers)
      J.object([&] {
        const CheckInfo *Info = Find(Name);
        addText(J, "name", Name);
        addText(J, "explanation", Info ? StringRef(Info->Explanation) : "");
      });
  });
  J.attributeArray("kinds", [&] {
    for (const auto &[Kind, Index] : Kinds)
      J.object([&] {
        const CheckInfo *Info = Find(Kind.first);
        const KindInfo *K = Info ? findKindOf(*Info, Kind.second) : nullptr;
        J.attribute("check", Numbers[Kind.first]);
        addText(J, "name", Kind.second);
        addText(J, "summary", K ? StringRef(K->Summary) : "");
        J.attribute("severity", K ? static_cast<unsigned>(K->Level) : 0);
        J.attributeArray("required", [&] {
          for (Property P : allProperties())
            if (K && K->Required.contains(P))
              J.value(static_cast<unsigned>(P));
        });
        if (K)
          addReferences(J, K->Refs);
      });
  });
}

void HtmlData::addRemarks(JsonStream &J) const {
  J.attributeArray("remarks", [&] {
    for (const Remark &M : R.Remarks)
      if (!isVendored(R, M))
        J.array([&] {
          addText(J, M.Kind);
          addText(J, M.Where.File);
          J.value(M.Where.Line);
          J.value(M.Where.Column);
          addText(J, M.Message);
          addText(J, M.Baseline.value_or(""));
        });
  });
}

void HtmlData::addUnits(JsonStream &J) const {
  J.attributeArray("units", [&] {
    for (const UnitSummary &U : R.Units)
      if (U.State != UnitStatus::Ok)
        J.object([&] {
          addText(J, "file", U.File);
          addText(J, "configuration", U.Configuration);
          J.attribute("status", toString(U.State));
          addTexts(J, "messages", U.Messages);
          addText(J, "excuse", U.Excuse);
        });
  });
  J.attributeObject(
      "blind", [&] { addTexts(J, "filesInNoUnit", R.Blind.FilesInNoUnit); });
}

static void addRun(JsonStream &J, const RunInfo &Run) {
  J.attribute("tool",
              "warrant " WARRANT_VERSION " (LLVM " WARRANT_LLVM_VERSION ")");
  J.attributeObject("run", [&] {
    addText(J, "revision", Run.Revision);
    J.attribute("dirty", Run.Dirty);
    addText(J, "configDigest", Run.ConfigDigest);
    addText(J, "commandsDigest", Run.CommandsDigest);
    addTexts(J, "configurations", Run.Configurations);
    J.attribute("mode", Run.Strict ? "strict" : "standard");
  });
}

static void addSummary(JsonStream &J, const Summary &S) {
  J.attributeObject("summary", [&] {
    J.attribute("sites", S.Sites);
    J.attribute("unknown", S.Unknown);
    J.attribute("undocumented", S.Undocumented);
    J.attribute("partial", S.Partial);
    J.attribute("documented", S.Documented);
    J.attribute("proven", S.Proven);
    J.attribute("defects", S.Defects);
    J.attribute("remarks", S.Remarks);
  });
}

static void addVerdict(JsonStream &J, const Verdict &V) {
  J.attributeObject("verdict", [&] {
    addTexts(J, "failures", V.Failures);
    addTexts(J, "incomplete", V.IncompleteReasons);
    addTexts(J, "warnings", V.Warnings);
  });
}

static void addProperties(JsonStream &J) {
  J.attributeArray("properties", [&] {
    for (Property P : allProperties())
      J.object([&] {
        J.attribute("name", toString(P));
        J.attribute("question", question(P));
        J.attribute("meaning", meaning(P));
      });
  });
}

void HtmlData::addHead(JsonStream &J) const {
  addRun(J, R.Run);
  addVerdict(J, V);
  addSummary(J, summarize(R));
  addMeasures(J);
  addTrend(J);
  addFiles(J);
  addKinds(J);
  addProperties(J);
  std::set<StringRef> Ids;
  for (const Site &S : R.Sites)
    for (const Defect &D : S.Defects)
      Ids.insert(D.Id);
  addTexts(J, "defects", Ids);
  addRemarks(J);
  addUnits(J);
  addTexts(J, "notices", htmlNotices());
}
