//===- Document.h - A document that an editor has open ----------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_LSP_DOCUMENT_H
#define WARRANT_LSP_DOCUMENT_H

#include "LiveUnit.h"
#include "warrant/Report.h"
#include "llvm/ADT/FunctionExtras.h"
#include "llvm/Support/JSON.h"
#include <mlir/Tools/lsp-server-support/Protocol.h>

namespace warrant {

/// The lines of a text, for places: editors count from 0, in UTF-16 code units,
/// Warrant from 1, in bytes.
class TextPlaces {
public:
  explicit TextPlaces(llvm::StringRef Text);

  mlir::lsp::Position position(unsigned Line, unsigned Column) const;
  mlir::lsp::Position positionOf(size_t Offset) const;
  mlir::lsp::Range range(const Site &S) const;
  /// Line and column, from 1.
  std::pair<unsigned, unsigned> place(mlir::lsp::Position P) const;
  llvm::StringRef line(unsigned Number) const;

private:
  std::vector<llvm::StringRef> Lines; ///< with their breaks
  llvm::StringRef Text;
};

/// What an analysis has found, and in which text.
struct Findings {
  std::string Text;
  int64_t Version = 0;
  UnitStatus State = UnitStatus::Ok;
  Report Audit;
  std::vector<std::string> Messages; ///< about the analysis as a whole
};

/// Why an answer no longer waits for an analysis of the text as it is.
enum class Awaited { Analysed, Changed, Cancelled };

/// An answer that waits for that.
struct Waiting {
  std::optional<llvm::json::Value> Request; ///< its id
  llvm::unique_function<void(Awaited)> Answer;
};

/// What becomes of findings that the baseline knows.
enum class Known { Information, Hidden, Shown };

/// See the file's name.
struct Document {
  using Clock = WorkerHandle::Clock;

  mlir::lsp::URIForFile Uri;
  std::string Text;
  int64_t Version = 0;
  std::unique_ptr<LiveUnit> Unit;       ///< null where it can't be analysed
  std::string Refusal;                  ///< why
  std::optional<Clock::time_point> Due; ///< when an analysis is to begin
  /// When an analysis of an older text is given up.
  std::optional<Clock::time_point> Patience;
  std::optional<UnitFailure> Failure; ///< of the analysis before
  std::string Analysed;               ///< the text that the worker has
  int64_t AnalysedVersion = 0;
  Clock::time_point Begun;       ///< when the last analysis was
  std::optional<Findings> Found; ///< by the last analysis
  std::vector<Waiting> Answers;

  bool isCurrent() const { return Found && Found->Version == Version; }
  void answer(Awaited Why) {
    for (Waiting &Each : std::exchange(Answers, {}))
      Each.Answer(Why);
  }
};

/// What the editor shows for \p D, in the order of the text.
llvm::json::Value diagnosticsOf(const Document &D, Known Old);

/// What is done at a place, what has to hold for it, and what is written; null
/// where no operation is.
llvm::json::Value hoverAt(const Document &D, mlir::lsp::Position At);

/// Where what explains the operation there stands, as a contract.
llvm::json::Value definitionsAt(const Document &D, mlir::lsp::Position At);

/// What can be done about the operations in a range.
llvm::json::Value actionsIn(const Document &D, mlir::lsp::Range Where);

/// The sites of the document whose text has the place, the smallest first.
std::vector<const Site *> sitesAt(const Document &D, mlir::lsp::Position At);

} // namespace warrant

#endif // WARRANT_LSP_DOCUMENT_H
