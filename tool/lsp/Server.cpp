//===- Server.cpp - The language server -----------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Server.h"
#include "tool/policy/PolicyApply.h"
#include "tool/report/Copies.h"
#include "llvm/ADT/STLExtras.h"
#include <unistd.h>

using namespace llvm;
using mlir::lsp::ErrorCode;
using mlir::lsp::LSPError;

namespace warrant {

/// After a key was hit, time for the next.
static constexpr std::chrono::milliseconds Pause(20);
/// What is nearly done may leave a preamble; what takes longer is in the way.
static constexpr std::chrono::seconds LongEnough(5);

//===----------------------------------------------------------------------===//
// The protocol
//===----------------------------------------------------------------------===//

bool fromJSON(const json::Value &V, PlaceParams &P, json::Path At) {
  json::ObjectMapper Map(V, At);
  if (!Map || !Map.map("textDocument", P.Document) ||
      !Map.mapOptional("range", P.Where))
    return false;
  std::optional<mlir::lsp::Position> Point;
  if (!Map.mapOptional("position", Point))
    return false;
  if (Point)
    P.Where = mlir::lsp::Range(*Point);
  return true;
}

Server::Server(const LspRequest &Request, raw_ostream &Output)
    : Request(Request),
      // SAFETY(lifetime, thread): the file is closed where this ends, and read
      // by the one thread.
      In(fopencookie(this, "r", {readInput, nullptr, nullptr, nullptr})),
      Transport(In, Output), Handler(Transport),
      Publish(Handler.outgoingNotification<Value>(
          "textDocument/publishDiagnostics")) {
  Handler.method("initialize", this, &Server::onInitialize);
  Handler.method("shutdown", this, &Server::onShutdown);
  Handler.method("textDocument/hover", this, &Server::onHover);
  Handler.method("textDocument/definition", this, &Server::onDefinition);
  Handler.method("textDocument/codeAction", this, &Server::onActions);
  Handler.notification("textDocument/didOpen", this, &Server::onOpen);
  Handler.notification("textDocument/didChange", this, &Server::onChange);
  Handler.notification("textDocument/didSave", this, &Server::onSave);
  Handler.notification("textDocument/didClose", this, &Server::onClose);
}

void Server::onInitialize(const mlir::lsp::NoParams &, Reply Answer) {
  if (std::exchange(IsInitialized, true))
    return Answer(make_error<LSPError>("there is one 'initialize' only",
                                       ErrorCode::InvalidRequest));
  Answer(json::Object{
      {"serverInfo",
       json::Object{{"name", "warrant"}, {"version", WARRANT_VERSION}}},
      {"capabilities",
       json::Object{
           {"textDocumentSync",
            json::Object{{"openClose", true},
                         {"change", 1}, // whole texts
                         {"save", json::Object{{"includeText", false}}}}},
           {"hoverProvider", true},
           {"definitionProvider", true},
           {"codeActionProvider",
            json::Object{{"codeActionKinds", json::Array{"quickfix"}}}}}}});
}

void Server::onShutdown(const mlir::lsp::NoParams &, Reply Answer) {
  IsShutDown = true;
  for (auto &[Path, D] : Documents)
    D->answer(/*Now=*/false);
  Documents.clear();
  Answer(Value(nullptr));
}

void Server::onOpen(const mlir::lsp::DidOpenTextDocumentParams &P) {
  if (!IsInitialized || IsShutDown)
    return;
  auto &D = Documents[P.textDocument.uri.file().str()];
  if (D)
    D->answer(/*Now=*/false);
  D = std::make_unique<Document>();
  D->Uri = P.textDocument.uri;
  D->Text = P.textDocument.text;
  D->Version = P.textDocument.version;
  open(*D);
}

void Server::onChange(const mlir::lsp::DidChangeTextDocumentParams &P) {
  Document *D = find(P.textDocument.uri);
  // Whole texts were asked for; a part of one has no meaning.
  if (!D || P.contentChanges.empty() || P.contentChanges.back().range)
    return;
  D->Text = P.contentChanges.back().text;
  D->Version = P.textDocument.version;
  D->answer(/*Now=*/false);
  D->Failure.reset();
  if (!D->Unit)
    return;
  D->Due = Clock::now() + Pause;
  if (D->Unit->isBusy() && !D->Patience)
    D->Patience = Clock::now() + LongEnough;
}

void Server::onSave(const PlaceParams &P) {
  if (!find(P.Document.uri))
    return;
  for (auto &[Path, D] : Documents) {
    // What was saved may be a header of another document.
    if (D->Unit && stampOf(D->Unit->plan()) == D->Unit->plan().Stamp)
      D->Due = Clock::now();
    else
      open(*D);
  }
}

void Server::onClose(const mlir::lsp::DidCloseTextDocumentParams &P) {
  Document *D = find(P.textDocument.uri);
  if (!D)
    return;
  D->answer(/*Now=*/false);
  Publish(json::Object{{"uri", D->Uri.uri().str()},
                       {"diagnostics", json::Array{}}});
  Documents.erase(P.textDocument.uri.file().str());
}

void Server::whenAnalysed(const PlaceParams &P, Reply Answer,
                          unique_function<Value(const Document &)> Make) {
  if (!IsInitialized)
    return Answer(make_error<LSPError>("'initialize' has to come first",
                                       ErrorCode::ServerNotInitialized));
  Document *D = find(P.Document.uri);
  if (!D || !D->Unit)
    return Answer(Value(nullptr));
  if (D->isCurrent())
    return Answer(Make(*D));
  D->Answers.push_back([D, Answer = std::move(Answer),
                        Make = std::move(Make)](bool Now) mutable {
    if (Now)
      return Answer(Make(*D));
    Answer(make_error<LSPError>("the text has changed",
                                ErrorCode::ContentModified));
  });
}

void Server::onHover(const PlaceParams &P, Reply Answer) {
  whenAnalysed(P, std::move(Answer), [At = P.Where.start](const Document &D) {
    return hoverAt(D, At);
  });
}

void Server::onDefinition(const PlaceParams &P, Reply Answer) {
  whenAnalysed(P, std::move(Answer), [At = P.Where.start](const Document &D) {
    return definitionsAt(D, At);
  });
}

void Server::onActions(const PlaceParams &P, Reply Answer) {
  whenAnalysed(P, std::move(Answer), [Where = P.Where](const Document &D) {
    return actionsIn(D, Where);
  });
}

//===----------------------------------------------------------------------===//
// Analyses
//===----------------------------------------------------------------------===//

Document *Server::find(const mlir::lsp::URIForFile &Uri) {
  auto It = Documents.find(Uri.file().str());
  return It == Documents.end() ? nullptr : It->second.get();
}

void Server::publish(const Document &D) { Publish(diagnosticsOf(D)); }

void Server::open(Document &D) {
  D.Unit.reset();
  D.Found.reset();
  D.Refusal.clear();
  Expected<LivePlan> Plan = planDocument(D.Uri.file(), Request.Commands);
  if (!Plan) {
    D.Refusal = toString(Plan.takeError());
    D.answer(/*Now=*/false);
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
  applyPolicy(F.Audit, C, D.Unit->plan().Today, /*Whole=*/false);
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
  D.answer(/*Now=*/true);
}

} // namespace warrant
