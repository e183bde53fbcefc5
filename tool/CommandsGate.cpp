//===- CommandsGate.cpp - warrant gate ------------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A change must not loosen what it is judged by: configuration, baseline and
// what they name are the base's.
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "CommandsBaseline.h"
#include "CommandsReport.h"
#include "CommandsScan.h"
#include "GateBase.h"
#include "GateUnits.h"
#include "GitRenames.h"
#include "policy/ConfigCompare.h"
#include "policy/PolicyApply.h"
#include "report/Wording.h"
#include "warrant/Review.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {
namespace {

/// One run of the gate, step by step.
class Gate {
public:
  Gate(const GateRequest &Request, Config Now,
       std::unique_ptr<BaseRevision> Base)
      : Request(Request), Now(std::move(Now)), Base(std::move(Base)) {}

  Error prepare();
  Error analyze();
  void judgeAll();
  Error write();
  int status() const { return V.exitStatus(); }

private:
  void comparePolicy();
  void compareBaselines(const Baseline &After);
  Expected<Baseline> known();
  Expected<Baseline> auditBase();
  /// Whether what is known stands in a file, and may be behind.
  bool knowsByFile() const {
    return Before || (Request.AllowPolicyChange && After);
  }
  void addUnlisted(Baseline Known, const BaselineScope &Scope);
  void warnOfBuild();

  const GateRequest &Request;
  Config Now;  ///< of the change
  Config Then; ///< of the base, in its worktree
  Config Used; ///< what is judged by, at the change's root
  std::unique_ptr<BaseRevision> Base;
  std::set<std::string> Changed;
  std::map<std::string, std::string> FormerNames;
  AddedLines Added;
  std::optional<Baseline> Before, After;
  Target T;
  std::vector<WorkItem> Gone; ///< units that only the base has
  Report R;
  Verdict V;
  StringSet<> OpenBefore; ///< and no finding any more
  std::vector<std::string> Failures, Warnings, Unseen;
};

Error Gate::prepare() {
  Expected<Config> C = Base->config(Request.Scan.Project, Now);
  if (!C)
    return C.takeError();
  Then = std::move(*C);
  Used = Request.AllowPolicyChange ? Now : Then;
  Used.Root = Now.Root;
  Used.Folder = Now.Folder;
  const StringRef File = Request.Scan.Baseline;
  auto Old = openBaseline(Then.Root,
                          File.empty() ? std::string() : Base->pathOf(File));
  if (!Old)
    return Old.takeError();
  auto New = openBaseline(Now.Root, File);
  if (!New)
    return New.takeError();
  Before = std::move(*Old);
  After = std::move(*New);
  Expected<std::set<std::string>> Files =
      changedFiles(Now.Root, Base->commit());
  if (!Files)
    return Files.takeError();
  Changed = std::move(*Files);
  Expected<AddedLines> Lines = addedLines(Now.Root, Base->commit());
  if (!Lines)
    return Lines.takeError();
  Added = std::move(*Lines);
  append_range(Warnings, Base->notes());
  FormerNames = formerNamesIn(Now.Root, Base->commit());
  comparePolicy();
  return Error::success();
}

/// Says what the change does to what it is judged by.
void Gate::comparePolicy() {
  for (const ConfigChange &Each : compareConfigs(Then, Now)) {
    std::string Text = "the change alters '" + Each.Key + "': " + Each.What;
    const bool Fails = Each.Loosens && !Request.AllowPolicyChange;
    (Fails ? Failures : Warnings).push_back(std::move(Text));
  }
  // What lies outside of another root would not be looked at.
  if (Request.Scan.Project.Root.empty() && !Base->hasRootOf(Now))
    (Request.AllowPolicyChange ? Warnings : Failures)
        .push_back("the change alters 'root'");
  if (After)
    compareBaselines(*After);
  else if (Before)
    (Request.AllowPolicyChange ? Warnings : Failures)
        .push_back("the change removes the baseline");
}

void Gate::compareBaselines(const Baseline &After) {
  if (!Before) {
    // The base's findings are told from those of the change without it.
    Warnings.push_back("the change writes the first baseline: " +
                       counted(After.Entries.size(), "finding"));
    return;
  }
  auto Fits = [](const BaselineEntry &Old, const BaselineEntry &New) {
    return Old.State <= New.State &&
           std::includes(Old.Defects.begin(), Old.Defects.end(),
                         New.Defects.begin(), New.Defects.end());
  };
  StringSet<> Present;
  for (const BaselineEntry &E : After.Entries)
    Present.insert(E.File + StringRef("\0", 1).str() + E.Function);
  auto HasLeft = [&](const BaselineEntry &E) {
    return !Present.contains(E.File + StringRef("\0", 1).str() + E.Function);
  };
  const auto Former = matchEntries(Before->Entries, After.Entries,
                                   {FormerNames, Fits, HasLeft});
  const size_t Raised =
      count_if(Former, [](const auto &Old) { return !Old.has_value(); });
  if (Raised)
    (Request.AllowPolicyChange ? Warnings : Failures)
        .push_back("the change adds to the baseline: " +
                   counted(Raised, "finding"));
}

Error Gate::analyze() {
  Expected<std::vector<std::string>> Paths =
      resolvePaths(Request.Scan.Paths, Used);
  if (!Paths)
    return Paths.takeError();
  Expected<Target> Found = openTarget(Request.Scan.Commands, *Paths, Used);
  if (!Found)
    return Found.takeError();
  T = std::move(*Found);
  Unseen = unseenSources(Used, T.Units, Changed);
  Gone = goneUnits(T.Units, Now.Root, Changed, FormerNames);
  if (Error E = keepTouched(T.Units, Now.Root, Changed))
    return E;
  Expected<FileClassifier> Files =
      FileClassifier::create(Used, T.Units.BuildFolders);
  if (!Files)
    return Files.takeError();
  if (!T.Units.Items.empty())
    R = auditUnits(Request.Scan, Used, T, *Files);
  return Error::success();
}

/// The base's own compile commands are not known.
void Gate::warnOfBuild() {
  auto Build = find_if(Changed, describesBuild);
  if (Build != Changed.end())
    Warnings.push_back("the change alters how units are compiled ('" + *Build +
                       "'): the base was analysed with the present commands, "
                       "and what they make visible there is not new");
}

/// What the base had, by an audit of the units that the change touches.
Expected<Baseline> Gate::auditBase() {
  Plan All = T.Units;
  append_range(All.Items, Gone);
  Target Old{Base->plan(All, Now, FormerNames), T.Configurations};
  Expected<FileClassifier> Files =
      FileClassifier::create(Then, Old.Units.BuildFolders);
  if (!Files)
    return Files.takeError();
  if (Old.Units.Items.empty())
    return Baseline();
  warnOfBuild();
  Report Was = auditUnits(Request.Scan, Then, Old, *Files);
  applyPolicy(Was, Then, dayOf(Request.Scan, Then), /*Whole=*/false);
  for (const std::string &Reason : judge(Was, Policy()).IncompleteReasons)
    Warnings.push_back("at the base " + Reason +
                       ": what is in them may be taken for new");
  return Baseline{baselineEntries(Was)};
}

Expected<Baseline> Gate::known() {
  if (Request.AllowPolicyChange && After)
    return *After;
  if (Before)
    return *Before;
  if (Request.BaseReport.empty())
    return auditBase();
  Expected<Report> Was = readReportFile(Request.BaseReport);
  if (!Was)
    return Was.takeError();
  return Baseline{baselineEntries(*Was)};
}

/// What the base has and its baseline does not know is not the change's.
void Gate::addUnlisted(Baseline Known, const BaselineScope &Scope) {
  Expected<Baseline> Old = auditBase();
  if (!Old) {
    Warnings.push_back("what the base has beside its baseline is not known: " +
                       toString(Old.takeError()));
    return;
  }
  StringSet<> Listed;
  for (const BaselineEntry &E : Known.Entries)
    Listed.insert(E.Fingerprint);
  for (BaselineEntry &E : Old->Entries)
    if (!Listed.contains(E.Fingerprint))
      Known.Entries.push_back(std::move(E));
  sort(Known.Entries);
  applyBaseline(R, Known, Scope);
}

void Gate::judgeAll() {
  append_range(Warnings, applyPolicy(R, Used, dayOf(Request.Scan, Used),
                                     /*Whole=*/false));
  Expected<Baseline> Known = known();
  if (!Known) {
    V.Incomplete = true;
    V.IncompleteReasons.push_back("what the base has is not known: " +
                                  toString(Known.takeError()));
    return;
  }
  BaselineScope Scope = baselineScope(R, Used, *Known, /*Whole=*/true);
  Scope.FormerNames = FormerNames;
  BaselineResult Result = applyBaseline(R, *Known, Scope);
  for (const BaselineEntry &E : Result.Stale)
    OpenBefore.insert(E.Fingerprint);
  if (!Result.New.empty() && knowsByFile())
    addUnlisted(*Known, Scope);
  if (!R.Units.empty())
    V = judge(R, Policy());
  const unsigned New = count_if(R.Sites, [&](const Site &S) {
    return S.Baseline == "new" && !isVendored(R, S);
  });
  if (New)
    V.Failures.push_back("the change adds " + counted(New, "site"));
  append_range(V.Failures, Failures);
  append_range(V.Warnings, Warnings);
  for (const std::string &File : Unseen)
    V.IncompleteReasons.push_back("no unit has the changed file '" + File +
                                  "'");
  V.Incomplete = !V.IncompleteReasons.empty();
}

Error Gate::write() {
  const Review W = reviewOf(
      R, OpenBefore, [&](StringRef File, unsigned First, unsigned Last) {
        auto It = Added.find(File.str());
        return It != Added.end() && any_of(It->second, [&](LineRange L) {
                 return L.Begin <= Last && First <= L.End;
               });
      });
  std::string Text;
  raw_string_ostream OS(Text);
  writeReviewText(W, R, V, Request.Base, OS);
  if (Request.Annotations)
    writeAnnotations(W, V, OS);
  if (printOutput(Text))
    return createStringError(inconvertibleErrorCode(),
                             "the report is not complete");
  auto ToFile = [&](StringRef File, auto Write) -> Error {
    std::string Text;
    raw_string_ostream OS(Text);
    if (File.empty())
      return Error::success();
    Write(OS);
    return writeFile(File, Text);
  };
  if (Error E = ToFile(Request.Summary, [&](raw_ostream &OS) {
        writeReviewMarkdown(W, R, V, OS);
      }))
    return E;
  if (Error E = ToFile(Request.CodeQuality,
                       [&](raw_ostream &OS) { writeCodeQuality(W, OS); }))
    return E;
  return writeReports(Request.Scan, Used, R, V);
}

} // namespace

int runGate(const GateRequest &Request) {
  Expected<Config> Now = openProject(Request.Scan.Project);
  if (!Now)
    return fail(Now.takeError());
  auto Base = BaseRevision::create(Now->Root, Request.Base);
  if (!Base)
    return fail(Base.takeError());
  Gate G(Request, std::move(*Now), std::move(*Base));
  if (Error E = G.prepare())
    return fail(std::move(E));
  if (Error E = G.analyze())
    return fail(std::move(E));
  G.judgeAll();
  if (Error E = G.write())
    return fail(std::move(E));
  return G.status();
}

} // namespace warrant
