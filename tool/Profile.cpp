//===- Profile.cpp - What took how long in a run --------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Profile.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

namespace warrant {

static constexpr size_t SlowestShown = 20;
/// The number of this process's row in a trace; workers have their own.
static constexpr int MainRow = 0;

static StringRef nameOf(Phase What) {
  switch (What) {
  case Phase::Driver:
    return "driver";
  case Phase::Parse:
    return "parse";
  case Phase::Instantiate:
    return "instantiate";
  case Phase::Analyse:
    return "analyse";
  case Phase::Finish:
    return "finish";
  case Phase::Encode:
    return "encode";
  }
  return "";
}

static constexpr Phase AllPhases[] = {Phase::Driver,      Phase::Parse,
                                      Phase::Instantiate, Phase::Analyse,
                                      Phase::Finish,      Phase::Encode};

static uint64_t timeOf(const UnitAside &Aside, Phase What) {
  uint64_t Time = 0;
  for (const PhaseTime &Each : Aside.Phases)
    if (Each.What == What)
      Time += Each.End - Each.Begin;
  return Time;
}

static FormattedNumber column(uint64_t Number) {
  return format_decimal(Number, 12);
}

/// Microseconds as seconds, for a table.
static auto seconds(uint64_t Time) { return format("%12.3f", Time / 1e6); }

void Profile::begins(const WorkItem &Item, int Worker) {
  Running[Worker] = UnitAside::now();
}

void Profile::close(std::string Name, bool IsUnit, int Worker, UnitAside Aside,
                    std::string Failure) {
  uint64_t Now = UnitAside::now();
  auto It = Running.find(Worker);
  uint64_t Begin = It == Running.end() ? Now : It->second;
  Running.erase(Worker);
  Attempts.push_back({std::move(Name), IsUnit, Worker, Begin, Now,
                      std::move(Aside), std::move(Failure)});
}

void Profile::ends(const WorkItem &Item, int Worker, const UnitAside &Aside) {
  close(Item.Display, /*IsUnit=*/true, Worker, Aside, "");
}

void Profile::fails(const WorkItem &Item, int Worker, StringRef Reason,
                    bool IsFirst) {
  close(Item.Display, /*IsUnit=*/true, Worker, UnitAside(), Reason.str());
}

void Profile::prepares(const SharedPrefix &Prefix, int Worker) {
  Running[Worker] = UnitAside::now();
}

void Profile::prepared(const SharedPrefix &Prefix, int Worker,
                       const UnitAside &Aside) {
  close("system headers, as for " + Prefix.Like.Display, /*IsUnit=*/false,
        Worker, Aside, "");
}

void Profile::addStage(StringRef Name, uint64_t Begin, uint64_t End) {
  Stages.push_back({Name.str(), Begin, End});
}

void Profile::printUnits(raw_ostream &OS) const {
  OS << right_justify("seconds", 12);
  for (Phase Each : AllPhases)
    OS << right_justify(nameOf(Each), 12);
  OS << right_justify("peak MB", 12) << "  unit\n";
  std::vector<const Attempt *> Slowest;
  for (const Attempt &Each : Attempts)
    Slowest.push_back(&Each);
  stable_sort(Slowest, [](const Attempt *A, const Attempt *B) {
    return A->End - A->Begin > B->End - B->Begin;
  });
  if (Slowest.size() > SlowestShown)
    Slowest.resize(SlowestShown);
  for (const Attempt *Each : Slowest) {
    OS << seconds(Each->End - Each->Begin);
    for (Phase What : AllPhases)
      OS << seconds(timeOf(Each->Aside, What));
    OS << column(Each->Aside.PeakKilobytes / 1024) << "  " << Each->Name
       << (Each->Aside.Cached ? " (cached)" : "")
       << (Each->Failure.empty() ? "" : " (failed: " + Each->Failure + ")")
       << "\n";
  }
}

/// How many units used precompiled system headers, and why others did not.
void Profile::printPrefixes(raw_ostream &OS) const {
  if (size_t Users = count_if(
          Attempts, [](const Attempt &A) { return A.Aside.HasPrefix; }))
    OS << column(Users) << "  units used precompiled system headers\n";
  std::map<std::string, unsigned> Refusals;
  for (const Attempt &Each : Attempts)
    if (!Each.Aside.Refusal.empty())
      ++Refusals[Each.Aside.Refusal];
  for (const auto &[Why, Count] : Refusals)
    OS << column(Count) << "  could not: " << Why << "\n";
}

void Profile::printStages(raw_ostream &OS) const {
  MapVector<StringRef, uint64_t> ByName;
  for (const Stage &Each : Stages)
    ByName[Each.Name] += Each.End - Each.Begin;
  for (const auto &[Name, Time] : ByName)
    OS << seconds(Time) << "  " << Name << "\n";
  OS << seconds(UnitAside::now() - Start) << "  all, from start to end\n";
}

void Profile::print(raw_ostream &OS) const {
  printUnits(OS);
  uint64_t All = 0, Peak = 0;
  for (const Attempt &Each : Attempts) {
    All += Each.End - Each.Begin;
    Peak = std::max(Peak, Each.Aside.PeakKilobytes);
  }
  OS << seconds(All);
  for (Phase What : AllPhases) {
    uint64_t Sum = 0;
    for (const Attempt &Each : Attempts)
      Sum += timeOf(Each.Aside, What);
    OS << seconds(Sum);
  }
  OS << column(Peak / 1024) << "  all "
     << count_if(Attempts,
                 [](const Attempt &A) { return A.IsUnit && A.Failure.empty(); })
     << " units, "
     << count_if(Attempts, [](const Attempt &A) { return A.Aside.Cached; })
     << " of them cached; "
     << count_if(Attempts, [](const Attempt &A) { return !A.Failure.empty(); })
     << " attempts failed\n";
  printPrefixes(OS);
  printStages(OS);
}

namespace {

/// Writes events whose times count from the start of the run.
class TraceWriter {
public:
  TraceWriter(json::OStream &J, uint64_t Start) : J(J), Start(Start) {}

  void event(StringRef Name, int Row, uint64_t Begin, uint64_t End) {
    J.object([&] {
      head(Name, "X", Row);
      J.attribute("ts", Begin - Start);
      J.attribute("dur", End - Begin);
    });
  }

  void nameRow(int Row, const std::string &Name) {
    J.object([&] {
      head("thread_name", "M", Row);
      J.attributeObject("args", [&] { J.attribute("name", Name); });
    });
  }

private:
  void head(StringRef Name, StringRef Sort, int Row) {
    J.attribute("name", json::isUTF8(Name) ? Name.str() : json::fixUTF8(Name));
    J.attribute("ph", Sort);
    J.attribute("pid", 1);
    J.attribute("tid", Row);
  }

  json::OStream &J;
  uint64_t Start;
};

} // namespace

void Profile::writeTrace(raw_ostream &OS) const {
  json::OStream J(OS, /*IndentSize=*/1);
  TraceWriter Trace(J, Start);
  J.object([&] {
    J.attributeArray("traceEvents", [&] {
      Trace.nameRow(MainRow, "warrant");
      for (const Stage &Each : Stages)
        Trace.event(Each.Name, MainRow, Each.Begin, Each.End);
      std::set<int> Rows;
      for (const Attempt &Each : Attempts) {
        if (Each.Worker != MainRow && Rows.insert(Each.Worker).second)
          Trace.nameRow(Each.Worker, "worker " + std::to_string(Rows.size()));
        Trace.event(Each.Name, Each.Worker, Each.Begin, Each.End);
        for (const PhaseTime &Part : Each.Aside.Phases)
          Trace.event(nameOf(Part.What), Each.Worker, Part.Begin, Part.End);
      }
    });
  });
  OS << "\n";
}

} // namespace warrant
