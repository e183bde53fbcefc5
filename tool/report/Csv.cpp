//===- Csv.cpp - The report as a table ------------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SarifRules.h"
#include "warrant/Writers.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"

using namespace warrant;
using llvm::StringRef;

namespace {

/// A program that opens a table takes what begins so for a formula, and the
/// cells are other people's text. Tab and carriage return are skipped there.
bool looksLikeFormula(StringRef Text) {
  return !Text.empty() && StringRef("=+-@\t\r").contains(Text.front());
}

/// \p Text as a cell by RFC 4180. An apostrophe makes text of a formula.
std::string cell(StringRef Text) {
  std::string Value =
      llvm::json::isUTF8(Text) ? Text.str() : llvm::json::fixUTF8(Text);
  if (looksLikeFormula(Text))
    Value.insert(0, "'");
  if (Value.find_first_of(",\"\r\n") == std::string::npos)
    return Value;
  std::string Quoted = "\"";
  for (char C : Value) {
    if (C == '"')
      Quoted += '"';
    Quoted += C;
  }
  return Quoted + '"';
}

std::vector<std::string> withRun(std::vector<std::string> Row,
                                 const RunInfo &Run) {
  Row.push_back(Run.Revision + (Run.Dirty ? " with changes" : ""));
  Row.push_back(Run.ConfigDigest);
  Row.push_back(Run.CommandsDigest);
  return Row;
}

void writeRow(llvm::ArrayRef<std::string> Cells, llvm::raw_ostream &OS) {
  llvm::interleave(
      Cells, OS, [&](const std::string &Text) { OS << cell(Text); }, ",");
  OS << "\r\n";
}

std::string missingOf(const Site &S) {
  std::vector<std::string> Names;
  for (const PropertyState &P : S.Properties)
    if (P.Origin == PropertyOrigin::Missing)
      Names.push_back((P.Subject.empty() ? "" : P.Subject + ".") +
                      toString(P.Name).str());
  return llvm::join(Names, " ");
}

std::string defectsOf(const Site &S) {
  std::vector<std::string> Ids;
  for (const Defect &D : S.Defects)
    Ids.push_back(D.Id);
  return llvm::join(Ids, " ");
}

/// New columns go to the end: people name these by their number.
constexpr llvm::StringLiteral Columns[] = {
    "type",      "check",       "kind",     "status",        "precision",
    "severity",  "file",        "line",     "column",        "function",
    "operation", "missing",     "defects",  "comment",       "proof",
    "excuse",    "baseline",    "message",  "vendored",      "register",
    "macro",     "fingerprint", "revision", "configuration", "commands"};

std::vector<std::string> rowOf(const Site &S, bool IsVendored) {
  return {"site",
          S.Check,
          S.Kind,
          toString(S.State).str(),
          toString(S.Sure).str(),
          toString(S.Level).str(),
          S.Where.File,
          std::to_string(S.Where.Line),
          std::to_string(S.Where.Column),
          S.Function,
          S.Snippet,
          missingOf(S),
          defectsOf(S),
          S.Comment ? S.Comment->Text : "",
          S.Proof,
          S.Excuse.value_or(""),
          S.Baseline.value_or(""),
          S.Rejection,
          IsVendored ? "yes" : "no",
          S.Register,
          S.Macro,
          S.Fingerprint};
}

std::vector<std::string> rowOf(const Remark &M, bool IsVendored) {
  std::vector<std::string> Row(std::size(Columns) - 3); // but for the run
  Row[0] = "remark";
  Row[1] = RemarkCheck.str();
  Row[2] = M.Kind;
  Row[6] = M.Where.File;
  Row[7] = std::to_string(M.Where.Line);
  Row[8] = std::to_string(M.Where.Column);
  Row[16] = M.Baseline.value_or("");
  Row[17] = M.Message;
  Row[18] = IsVendored ? "yes" : "no";
  Row[21] = M.Fingerprint;
  return Row;
}

} // namespace

llvm::Error warrant::writeCSV(const Report &R, llvm::raw_ostream &OS) {
  writeRow(std::vector<std::string>(std::begin(Columns), std::end(Columns)),
           OS);
  for (const Site &S : R.Sites)
    writeRow(withRun(rowOf(S, isVendored(R, S)), R.Run), OS);
  for (const Remark &M : R.Remarks)
    writeRow(withRun(rowOf(M, isVendored(R, M)), R.Run), OS);
  return llvm::Error::success();
}
