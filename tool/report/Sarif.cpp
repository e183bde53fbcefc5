//===- Sarif.cpp - The report as SARIF 2.1.0 ------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SarifRun.h"
#include "Wording.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Compression.h"

using namespace warrant;
using llvm::StringRef;

/// Code scanning shows no more results of a log than these, and refuses a log
/// that is larger once it is compressed.
constexpr size_t GitHubResults = 5000;
constexpr size_t GitHubBytes = 10 * 1000 * 1000;
static bool isWithinUpload(StringRef Text) {
  // As it is it may be larger: then only compressing it tells.
  if (Text.size() <= GitHubBytes || !llvm::compression::zlib::isAvailable())
    return Text.size() <= GitHubBytes;
  llvm::SmallVector<uint8_t, 0> Compressed;
  llvm::compression::zlib::compress(llvm::arrayRefFromStringRef(Text),
                                    Compressed);
  constexpr size_t Header = 64; // of gzip, with a name
  return Compressed.size() + Header <= GitHubBytes;
}

static void writeLog(const Report &R, const Verdict &V,
                     const SarifOptions &Options,
                     llvm::ArrayRef<SarifFinding> Findings,
                     llvm::ArrayRef<std::string> LeftOut,
                     llvm::raw_ostream &OS) {
  JsonStream J(OS, /*IndentSize=*/2);
  J.object([&] {
    J.attribute("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    J.attribute("version", "2.1.0");
    J.attributeArray("runs", [&] {
      J.object([&] { SarifRun(R, V, Options, Findings, LeftOut).write(J); });
    });
  });
  OS << '\n';
}

/// Fewer results, until what code scanning takes holds them.
static void writeForGitHub(const Report &R, const Verdict &V,
                           const SarifOptions &Options, llvm::raw_ostream &OS) {
  std::vector<std::string> LeftOut;
  std::vector<SarifFinding> Findings = findingsOf(R, V);
  dropSettled(Findings, LeftOut);
  const size_t All = Findings.size();
  std::string Text;
  for (size_t Limit = GitHubResults;; Limit /= 2) {
    keepWorst(Findings, Limit);
    std::vector<std::string> Told = LeftOut;
    if (All != Findings.size())
      Told.push_back(counted(All - Findings.size(), "result") +
                     " left out: GitHub shows " + std::to_string(Limit) +
                     " at most of this size, and the worst are here");
    Text.clear();
    llvm::raw_string_ostream Buffer(Text);
    writeLog(R, V, Options, Findings, Told, Buffer);
    if (Findings.empty() || isWithinUpload(Text)) {
      if (Options.LeftOut)
        *Options.LeftOut = std::move(Told);
      break;
    }
  }
  OS << Text;
}

llvm::Error warrant::writeSARIF(const Report &R, const Verdict &V,
                                const SarifOptions &Options,
                                llvm::raw_ostream &OS) {
  if (Options.Profile == SarifProfile::GitHub)
    writeForGitHub(R, V, Options, OS);
  else
    writeLog(R, V, Options, findingsOf(R, V), {}, OS);
  return llvm::Error::success();
}
