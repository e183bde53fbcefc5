//===- Analyses.cpp - How the language server analyses --------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Server.h"
#include "tool/policy/PolicyApply.h"
#include "tool/report/Copies.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;

namespace warrant {

Document *Server::find(const mlir::lsp::URIForFile &Uri) {
  auto It = Documents.find(Uri.file().str());
  return It == Documents.end() ? nullptr : It->second.get();
}

void Server::publish(const Document &D) {
  const Known Old = StringSwitch<Known>(Request.Known)
                        .Case("hidden", Known::Hidden)
                        .Case("shown", Known::Shown)
                        .Default(Known::Information);
  Publish(diagnosticsOf(D, Old));
}

void Server::open(Document &D) {
  D.Unit.reset();
  D.Found.reset();
  D.Refusal.clear();
  Expected<LivePlan> Plan = planDocument(D.Uri.file(), Request.Commands);
  if (!Plan) {
    D.Refusal = toString(Plan.takeError());
    D.answer(Awaited::Changed);
    return publish(D);
  }
  D.Unit = std::make_unique<LiveUnit>(std::move(*Plan));
  D.Due = Clock::now();
}

void Server::begin(Document &D) {
  std::map<std::string, std::string> Open;
  std::vector<WorkerHandle> Others;
  for (const auto &[Path, Each] : Documents) {
    Open[Path] = Each->Text;
    if (Each->Unit && Each.get() != &D && Each->Unit->worker().process() >= 0)
      Others.push_back(Each->Unit->worker());
  }
  Open[D.Unit->item().File] = D.Text;
  D.Due.reset();
  D.Patience.reset();
  D.Analysed = D.Text;
  D.AnalysedVersion = D.Version;
  D.Begun = Clock::now();
  if (Error E = D.Unit->begin(Open, D.Failure, Others, Signals.before()))
    finish(
        D,
        {D.Text, D.Version, UnitStatus::Crashed, {}, {toString(std::move(E))}});
}

void Server::take(Document &D) {
  Expected<std::optional<UnitResult>> Result = D.Unit->take();
  if (!Result)
    return fails(D, {UnitStatus::Crashed, toString(Result.takeError())});
  if (!*Result) {
    if (D.Unit->worker().atEnd())
      fails(D, {UnitStatus::Crashed, D.Unit->end(/*Kill=*/true)});
    return;
  }
  const Config &C = D.Unit->plan().Settings;
  Findings F{
      std::move(D.Analysed), D.AnalysedVersion, (*Result)->State, {}, {}};
  if (F.State == UnitStatus::Errors)
    F.Messages.push_back("there are errors, and what was found is shown");
  if (F.State == UnitStatus::Skipped)
    F.Messages.push_back("not analysed");
  if (!F.Messages.empty() && !(*Result)->Messages.empty())
    F.Messages.front() += ": " + (*Result)->Messages.front();
  F.Audit = merge({std::move(**Result)});
  if (remarksCopies(C))
    remarkCopies(F.Audit, [](const Location &) { return true; });
  const LivePlan &P = D.Unit->plan();
  applyPolicy(F.Audit, C, P.Today, /*Whole=*/false);
  if (P.Before)
    applyBaseline(F.Audit, *P.Before, P.Scope);
  finish(D, std::move(F));
}

/// Tries once more without what was kept, as a scan does.
void Server::fails(Document &D, UnitFailure Why) {
  if (D.Unit->worker().process() >= 0)
    D.Unit->end(/*Kill=*/true);
  if (D.AnalysedVersion != D.Version) {
    D.Due = Clock::now(); // nobody asks for that text any more
    return;
  }
  if (!D.Failure) {
    D.Failure = std::move(Why);
    D.Due = Clock::now();
    return;
  }
  D.Failure.reset();
  finish(D, {D.Analysed,
             D.AnalysedVersion,
             Why.State,
             {},
             {"the analysis failed: " + Why.Reason}});
}

void Server::finish(Document &D, Findings F) {
  if (F.State != UnitStatus::Crashed && F.State != UnitStatus::Timeout)
    D.Failure.reset();
  D.Found = std::move(F);
  if (!D.isCurrent())
    return; // the next one is on its way
  publish(D);
  D.answer(Awaited::Analysed);
}

} // namespace warrant
