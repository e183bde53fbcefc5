//===- CommandsReport.cpp - From a report to its files --------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandsReport.h"
#include "Commands.h"
#include "CommandsBaseline.h"
#include "CommandsScan.h"
#include "Git.h"
#include "SarifFixes.h"
#include "policy/PolicyApply.h"
#include "policy/PolicyReader.h"
#include "warrant/Html.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"

using namespace llvm;

namespace warrant {

static Error writeReport(StringRef File,
                         function_ref<Error(raw_ostream &)> Write) {
  if (File.empty())
    return Error::success();
  std::string Text;
  raw_string_ostream OS(Text);
  if (Error E = Write(OS))
    return E;
  if (File != "-")
    return writeFile(File, Text);
  return printOutput(Text) ? createStringError(inconvertibleErrorCode(),
                                               "the report is not complete")
                           : Error::success();
}

static bool wantsColors(When Mode, raw_fd_ostream &OS) {
  if (Mode != When::Auto)
    return Mode == When::Always;
  // By https://no-color.org an empty value counts as absent.
  std::optional<std::string> NoColor = sys::Process::GetEnv("NO_COLOR");
  if (NoColor && !NoColor->empty())
    return false;
  return OS.is_displayed() && OS.has_colors();
}

/// Reads the project's files, for carets and snippets.
static SourceReader sourceReader(StringRef Root) {
  return [Root = Root.str()](StringRef File) -> std::optional<std::string> {
    SmallString<256> Path(Root);
    if (sys::path::is_absolute(File))
      Path = File;
    else
      sys::path::append(Path, File);
    auto Text = MemoryBuffer::getFile(Path);
    if (!Text)
      return std::nullopt;
    return (*Text)->getBuffer().str();
  };
}

static Error writeAskedSarif(const ScanRequest &Request, const Config &C,
                             const Report &R, const Verdict &V,
                             raw_ostream &OS) {
  std::vector<std::string> LeftOut;
  SarifOptions Options;
  Options.Checks = allChecks();
  Options.Source = sourceReader(C.Root);
  Options.Fixes = sarifFixes(R, Options.Source);
  Options.LeftOut = &LeftOut;
  if (Request.SarifProfile == "github")
    Options.Profile = SarifProfile::GitHub;
  if (Error E = writeSARIF(R, V, Options, OS))
    return E;
  for (const std::string &Text : LeftOut)
    errs() << "warrant: note: SARIF: " << Text << "\n";
  return Error::success();
}

std::vector<NamedReport> named(const EarlierReports &Earlier) {
  std::vector<NamedReport> Result;
  for (size_t N = 0; N != Earlier.Reports.size(); ++N)
    Result.push_back({Earlier.Names[N], &Earlier.Reports[N]});
  return Result;
}

static Error writePage(const Config &C, const Report &R, const Verdict &V,
                       const EarlierReports &Earlier, raw_ostream &OS) {
  HtmlOptions Options{allChecks(), sourceReader(C.Root), named(Earlier)};
  ReportDiff Since;
  if (!Earlier.Reports.empty()) {
    Since = diffReports(Earlier.Reports.back(), R, Earlier.FormerNames);
    Options.Since = &Since;
  }
  return writeHTML(R, V, Options, OS);
}

Error writeReports(const ScanRequest &Request, const Config &C, const Report &R,
                   const Verdict &V, const EarlierReports &Earlier) {
  auto Json = [&](raw_ostream &OS) { return writeJSON(R, V, OS); };
  auto Sarif = [&](raw_ostream &OS) {
    return writeAskedSarif(Request, C, R, V, OS);
  };
  auto Markdown = [&](raw_ostream &OS) { return writeMarkdown(R, V, OS); };
  auto Csv = [&](raw_ostream &OS) { return writeCSV(R, OS); };
  auto Html = [&](raw_ostream &OS) { return writePage(C, R, V, Earlier, OS); };
  auto Metrics = [&](raw_ostream &OS) {
    std::vector<NamedReport> All = named(Earlier);
    All.push_back({"this", &R});
    writeMetricsJSON(All, OS);
    return Error::success();
  };
  if (Error E = writeReport(Request.Json, Json))
    return E;
  if (Error E = writeReport(Request.Sarif, Sarif))
    return E;
  if (Error E = writeReport(Request.Markdown, Markdown))
    return E;
  if (Error E = writeReport(Request.Csv, Csv))
    return E;
  if (Error E = writeReport(Request.Html, Html))
    return E;
  return writeReport(Request.Metrics, Metrics);
}

/// The names of the files for reports.
static std::vector<StringRef> outputs(const ScanRequest &Request) {
  return {Request.Json, Request.Sarif, Request.Markdown,
          Request.Csv,  Request.Html,  Request.Metrics};
}

bool wantsReports(const ScanRequest &Request) {
  return any_of(outputs(Request), [](StringRef File) { return !File.empty(); });
}

Error checkOutputs(const ScanRequest &Request) {
  if (count(outputs(Request), "-") > 1)
    return createStringError(inconvertibleErrorCode(),
                             "only one report can go to standard output");
  return Error::success();
}

Error printText(const ScanRequest &Request, const Config &C, const Report &R,
                const Verdict &V) {
  // A report on standard output must not be mixed with text.
  bool ToErrors = is_contained(outputs(Request), "-");
  raw_fd_ostream &OS = ToErrors ? errs() : outs();
  TextOptions Options;
  Options.Terminal = OS.is_displayed();
  Options.Colors = wantsColors(Request.Color, OS);
  Options.All = Request.All;
  Options.Notes = Request.Notes;
  Options.Vendored = Request.Vendored;
  Options.Source = sourceReader(C.Root);
  OS.enable_colors(Options.Colors);
  if (Error E = writeText(R, V, Options, OS))
    return E;
  OS.flush();
  std::error_code Code = OS.error();
  OS.clear_error();
  return Code ? createFileError("standard output", Code) : Error::success();
}

Expected<Policy> readPolicy(const ScanRequest &Request) {
  if (Error E = checkOutputs(Request))
    return std::move(E);
  if (!Request.Today.empty() && !isDate(Request.Today))
    return createStringError(inconvertibleErrorCode(),
                             "--today: '" + Request.Today +
                                 "' is no day as 2026-12-31");
  Policy P;
  for (const std::string &Word : Request.FailOn) {
    // The command line's parser let only its words through.
    std::optional<FailOn> Condition = parseFailOn(Word);
    if (!Condition)
      return createStringError(inconvertibleErrorCode(),
                               "--fail-on: unknown word '" + Word + "'");
    P.FailsOn.insert(*Condition);
  }
  return P;
}

Expected<std::optional<Baseline>>
askedBaseline(const ScanRequest &Request, const Config &C, const Policy &P) {
  Expected<std::optional<Baseline>> Found = std::nullopt;
  if (!Request.NoBaseline)
    Found = openBaseline(C.Root, Request.Baseline);
  if (Found && !*Found && P.FailsOn.count(FailOn::New))
    return createStringError(
        inconvertibleErrorCode(),
        "--fail-on=new needs a baseline: 'warrant baseline' writes one");
  return Found;
}

Expected<SavedReport> readSavedFile(StringRef File) {
  auto Text = MemoryBuffer::getFile(File);
  if (!Text)
    return createFileError(File, Text.getError());
  Expected<SavedReport> Saved = readSavedReport((*Text)->getBuffer());
  if (!Saved)
    return createFileError(File, Saved.takeError());
  return Saved;
}

Expected<Report> readReportFile(StringRef File) {
  Expected<SavedReport> Saved = readSavedFile(File);
  if (!Saved)
    return Saved.takeError();
  return std::move(Saved->Audit);
}

std::string dayOf(const ScanRequest &Request, const Config &C) {
  if (!Request.Today.empty())
    return Request.Today;
  Expected<std::string> Day =
      askGit(C.Root, {"log", "-1", "--format=%cs", "HEAD"});
  if (Day)
    return StringRef(*Day).trim().str();
  consumeError(Day.takeError());
  return {};
}

int deliver(const ScanRequest &Request, const Config &C, const Policy &P,
            Report &R, const std::optional<Baseline> &Before) {
  std::vector<std::string> Warnings =
      applyPolicy(R, C, dayOf(Request, C), isWhole(Request));
  BaselineResult Changes;
  if (Before)
    Changes = applyBaseline(R, *Before,
                            baselineScope(R, C, *Before, isWhole(Request)));
  Verdict V = judge(R, P);
  judgePolicy(R, C, V);
  V.Stale = std::move(Changes.Stale);
  V.Warnings = std::move(Warnings);
  if (Error E = writeReports(Request, C, R, V))
    return fail(std::move(E));
  if (Error E = printText(Request, C, R, V))
    return fail(std::move(E));
  return V.exitStatus();
}

} // namespace warrant
