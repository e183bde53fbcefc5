//===- Document.cpp - A document that an editor has open ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Document.h"
#include "tool/report/Wording.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using mlir::lsp::DiagnosticSeverity;
using mlir::lsp::Position;
using mlir::lsp::Range;

namespace warrant {

//===----------------------------------------------------------------------===//
// Places
//===----------------------------------------------------------------------===//

TextPlaces::TextPlaces(StringRef Text) : Text(Text) {
  for (StringRef Rest = Text; !Rest.empty();) {
    size_t End = std::min(Rest.find_first_of("\r\n"), Rest.size() - 1);
    End += Rest.substr(End).starts_with("\r\n") ? 2 : 1;
    Lines.push_back(Rest.take_front(End));
    Rest = Rest.drop_front(End);
  }
}

StringRef TextPlaces::line(unsigned Number) const {
  return Number && Number <= Lines.size() ? Lines[Number - 1] : StringRef();
}

/// How many bytes the character that \p Text begins with has.
static size_t bytesOfFirst(StringRef Text) {
  const auto First = static_cast<UTF8>(Text.front());
  return std::min<size_t>(getNumBytesForUTF8(First), Text.size());
}

/// How many UTF-16 units a character of so many bytes has.
static unsigned unitsOf(size_t Bytes) { return Bytes == 4 ? 2 : 1; }

Position TextPlaces::position(unsigned Line, unsigned Column) const {
  StringRef Before = line(Line).take_front(Column ? Column - 1 : 0);
  int Units = 0;
  while (!Before.empty()) {
    size_t Bytes = bytesOfFirst(Before);
    Units += unitsOf(Bytes);
    Before = Before.drop_front(Bytes);
  }
  return {static_cast<int>(Line ? Line - 1 : 0), Units};
}

Position TextPlaces::positionOf(size_t Offset) const {
  unsigned Number = 1;
  for (StringRef Line : Lines) {
    if (Offset < Line.size())
      break;
    Offset -= Line.size();
    ++Number;
  }
  return position(Number, static_cast<unsigned>(Offset) + 1);
}

Range TextPlaces::range(const Site &S) const {
  return {position(S.Where.Line, S.Where.Column),
          position(S.EndLine, S.EndColumn)};
}

std::pair<unsigned, unsigned> TextPlaces::place(Position P) const {
  if (P.line < 0 || P.character < 0)
    return {0, 0};
  const unsigned Number = static_cast<unsigned>(P.line) + 1;
  StringRef Rest = line(Number);
  unsigned Column = 1;
  for (int Units = P.character; Units > 0 && !Rest.empty();) {
    size_t Bytes = bytesOfFirst(Rest);
    Units -= static_cast<int>(unitsOf(Bytes));
    Column += static_cast<unsigned>(Bytes);
    Rest = Rest.drop_front(Bytes);
  }
  return {Number, Column};
}

std::vector<const Site *> sitesAt(const Document &D, Position At) {
  auto Place = TextPlaces(D.Found->Text).place(At);
  std::vector<const Site *> Result;
  for (const Site &S : D.Found->Audit.Sites)
    if (S.Where.File == D.Unit->item().Display &&
        std::pair(S.Where.Line, S.Where.Column) <= Place &&
        Place <= std::pair(S.EndLine, S.EndColumn))
      Result.push_back(&S);
  // What begins last is the innermost.
  stable_sort(Result, [](const Site *A, const Site *B) {
    return std::pair(A->EndLine, A->EndColumn) <
               std::pair(B->EndLine, B->EndColumn) ||
           B->Where < A->Where;
  });
  return Result;
}

//===----------------------------------------------------------------------===//
// Diagnostics
//===----------------------------------------------------------------------===//

static std::string absolute(StringRef File, const Config &C) {
  SmallString<256> Path(File);
  if (!sys::path::is_absolute(File)) {
    Path = C.Root;
    sys::path::append(Path, File);
  }
  return Path.str().str();
}

/// The protocol's own values would only refer to the address.
static json::Value place(StringRef Uri, Position At) {
  return json::Object{{"uri", Uri.str()}, {"range", Range(At)}};
}

/// Of another file the text is not at hand: its columns count bytes there.
static std::optional<json::Value> placeOf(const Location &L, const Document &D,
                                          const TextPlaces &Places) {
  if (L.File == D.Unit->item().Display)
    return place(D.Uri.uri(), Places.position(L.Line, L.Column));
  auto Uri = mlir::lsp::URIForFile::fromFile(
      absolute(L.File, D.Unit->plan().Settings));
  if (!Uri) {
    consumeError(Uri.takeError());
    return std::nullopt;
  }
  auto FromOne = [](unsigned N) {
    return static_cast<int>(std::max(N, 1U) - 1);
  };
  return place(Uri->uri(), Position(FromOne(L.Line), FromOne(L.Column)));
}

static json::Object diagnostic(Range Where, DiagnosticSeverity How,
                               std::string Message, StringRef Code) {
  mlir::lsp::Diagnostic D;
  D.range = Where;
  D.severity = How;
  D.source = "warrant";
  D.message = std::move(Message);
  json::Value J = toJSON(D);
  if (!Code.empty())
    (*J.getAsObject())["code"] = Code.str();
  return std::move(*J.getAsObject());
}

static DiagnosticSeverity severityOf(Precision Sure) {
  return Sure == Precision::Certain  ? DiagnosticSeverity::Error
         : Sure == Precision::Likely ? DiagnosticSeverity::Warning
                                     : DiagnosticSeverity::Information;
}

static json::Array relatedOf(const Site &S, const Document &D,
                             const TextPlaces &Places) {
  json::Array Related;
  for (const RelatedPlace &Note : notesOf(S, /*All=*/false))
    if (auto Where = placeOf(Note.Where, D, Places))
      Related.push_back(json::Object{{"location", std::move(*Where)},
                                     {"message", Note.Message}});
  return Related;
}

/// Whether \p Mark, of a finding, says that the baseline knows it, and that is
/// to be told.
static bool isMarked(const std::optional<std::string> &Mark, Known Old) {
  return Mark == "known" && Old != Known::Shown;
}

static void addSite(const Site &S, const Document &D, const TextPlaces &Places,
                    Known Old, json::Array &Out) {
  const Range Where = Places.range(S);
  const bool IsKnown = isMarked(S.Baseline, Old);
  const std::string Mark = IsKnown ? " (known)" : "";
  for (const Defect &Each : S.Defects)
    Out.push_back(diagnostic(
        Where,
        IsKnown ? DiagnosticSeverity::Information : severityOf(Each.Sure),
        Each.Message + ": " + subjectOf(S) + Mark, Each.Id));
  if (S.State > Status::Partial)
    return;
  const bool IsMinor =
      IsKnown || S.Level == Severity::Low || S.Sure == Precision::Possible;
  json::Object J = diagnostic(Where,
                              IsMinor ? DiagnosticSeverity::Information
                                      : DiagnosticSeverity::Warning,
                              headlineOf(S) + Mark, "warrant-" + S.Check);
  if (json::Array Related = relatedOf(S, D, Places); !Related.empty())
    J["relatedInformation"] = std::move(Related);
  Out.push_back(std::move(J));
}

json::Value diagnosticsOf(const Document &D, Known Old) {
  json::Array Out;
  const TextPlaces Places(D.Found ? D.Found->Text : D.Text);
  auto Say = [&](const std::string &Message) {
    Out.push_back(diagnostic(Range(), DiagnosticSeverity::Information, Message,
                             "warrant"));
  };
  if (!D.Refusal.empty())
    Say("not analysed: " + D.Refusal);
  if (D.Unit && !D.Unit->plan().Note.empty())
    Say(D.Unit->plan().Note);
  if (D.Found) {
    for (const std::string &Message : D.Found->Messages)
      Say(Message);
    const std::string &File = D.Unit->item().Display;
    auto IsHidden = [&](const auto &Finding) {
      return Finding.Where.File != File ||
             (Finding.Baseline == "known" && Old == Known::Hidden);
    };
    for (const Site &S : D.Found->Audit.Sites)
      if (!IsHidden(S) && !S.Excuse && !isVendored(D.Found->Audit, S))
        addSite(S, D, Places, Old, Out);
    for (const Remark &M : D.Found->Audit.Remarks)
      if (!IsHidden(M) && M.Kind != "stale")
        Out.push_back(
            diagnostic(Range(Places.position(M.Where.Line, M.Where.Column)),
                       DiagnosticSeverity::Information,
                       M.Kind + ": " + M.Message +
                           (isMarked(M.Baseline, Old) ? " (known)" : ""),
                       "warrant-safety-comment"));
  }
  return json::Object{{"uri", D.Uri.uri().str()},
                      {"version", D.Found ? D.Found->Version : D.Version},
                      {"diagnostics", std::move(Out)}};
}

json::Value definitionsAt(const Document &D, Position At) {
  const TextPlaces Places(D.Found->Text);
  json::Array Out;
  for (const Site *S : sitesAt(D, At))
    for (const RelatedPlace &Near : S->Related)
      if (auto Where = placeOf(Near.Where, D, Places))
        Out.push_back(std::move(*Where));
  return Out;
}

} // namespace warrant
