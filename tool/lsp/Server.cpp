//===- Server.cpp - The language server -----------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Server.h"
#include "Summary.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>

using namespace llvm;
using mlir::lsp::ErrorCode;
using mlir::lsp::LSPError;

namespace warrant {

/// After a key was hit, time for the next.
static constexpr std::chrono::milliseconds Pause(20);
/// What is nearly done may leave a preamble; what takes longer is in the way.
static constexpr std::chrono::seconds LongEnough(5);

/// The command that tells of the whole project.
static constexpr StringLiteral SummaryCommand = "warrant.summary";

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

bool fromJSON(const json::Value &V, CancelParams &P, json::Path At) {
  const json::Object *Object = V.getAsObject();
  const json::Value *Id = Object ? Object->get("id") : nullptr;
  if (!Id) {
    At.report("an object with the member 'id' is expected");
    return false;
  }
  P.Id = *Id;
  return true;
}

bool fromJSON(const json::Value &V, CommandParams &P, json::Path At) {
  json::ObjectMapper Map(V, At);
  std::vector<mlir::lsp::URIForFile> About;
  if (!Map || !Map.map("command", P.Command) ||
      !Map.mapOptional("arguments", About))
    return false;
  if (!About.empty())
    P.About = std::move(About.front());
  return true;
}

Server::Server(const LspRequest &Request, raw_ostream &Output)
    : Request(Request),
      // SAFETY(lifetime, thread): the file is closed where this ends, and read
      // by the one thread.
      In(fopencookie(this, "r", {readInput, nullptr, nullptr, nullptr})),
      Transport(In, Output), Handler(Transport),
      Publish(Handler.outgoingNotification<Value>(
          "textDocument/publishDiagnostics")),
      Show(Handler.outgoingNotification<Value>("window/showMessage")) {
  Handler.method("initialize", this, &Server::onInitialize);
  Handler.method("shutdown", this, &Server::onShutdown);
  Handler.method("textDocument/hover", this, &Server::onHover);
  Handler.method("textDocument/definition", this, &Server::onDefinition);
  Handler.method("textDocument/codeAction", this, &Server::onActions);
  Handler.method("workspace/executeCommand", this, &Server::onCommand);
  Handler.notification("$/cancelRequest", this, &Server::onCancel);
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
           {"executeCommandProvider",
            json::Object{{"commands", json::Array{SummaryCommand}}}},
           {"codeActionProvider",
            json::Object{{"codeActionKinds", json::Array{"quickfix"}}}}}}});
}

void Server::onShutdown(const mlir::lsp::NoParams &, Reply Answer) {
  IsShutDown = true;
  for (auto &[Path, D] : Documents)
    D->answer(Awaited::Changed);
  Documents.clear();
  Answer(Value(nullptr));
}

void Server::onOpen(const mlir::lsp::DidOpenTextDocumentParams &P) {
  if (!IsInitialized || IsShutDown)
    return;
  auto &D = Documents[P.textDocument.uri.file().str()];
  if (D)
    D->answer(Awaited::Changed);
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
  D->answer(Awaited::Changed);
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
  D->answer(Awaited::Changed);
  Publish(json::Object{{"uri", D->Uri.uri().str()},
                       {"diagnostics", json::Array{}}});
  Documents.erase(P.textDocument.uri.file().str());
}

void Server::whenAnalysed(const PlaceParams &P, Reply Answer,
                          unique_function<Value(const Document &)> Make) {
  if (!IsInitialized)
    return Answer(make_error<LSPError>("'initialize' has to come first",
                                       ErrorCode::ServerNotInitialized));
  if (IsShutDown)
    return Answer(make_error<LSPError>("nothing comes behind 'shutdown'",
                                       ErrorCode::InvalidRequest));
  Document *D = find(P.Document.uri);
  if (!D || !D->Unit)
    return Answer(Value(nullptr));
  if (D->isCurrent())
    return Answer(Make(*D));
  auto Later = [D, Answer = std::move(Answer),
                Make = std::move(Make)](Awaited Why) mutable {
    if (Why == Awaited::Analysed)
      Answer(Make(*D));
    else if (Why == Awaited::Changed)
      Answer(make_error<LSPError>("the text has changed",
                                  ErrorCode::ContentModified));
    else
      Answer(make_error<LSPError>("cancelled", ErrorCode::RequestCancelled));
  };
  D->Answers.push_back({Incoming.id(), std::move(Later)});
}

void Server::onCancel(const CancelParams &P) {
  for (auto &[Path, D] : Documents) {
    auto It = find_if(D->Answers,
                      [&](const Waiting &W) { return W.Request == P.Id; });
    if (It == D->Answers.end())
      continue;
    Waiting Cancelled = std::move(*It);
    D->Answers.erase(It);
    return Cancelled.Answer(Awaited::Cancelled);
  }
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

/// Of the project of the document that is named, else of any that is open.
void Server::onCommand(const CommandParams &P, Reply Answer) {
  if (P.Command != SummaryCommand)
    return Answer(make_error<LSPError>("no command '" + P.Command + "'",
                                       ErrorCode::InvalidParams));
  if (!P.About && Documents.empty())
    return Answer(
        make_error<LSPError>("no document is open", ErrorCode::InvalidParams));
  Expected<ProjectSummary> Found = summarizeProject(
      P.About ? P.About->file() : StringRef(Documents.begin()->first),
      Request.Commands);
  if (!Found)
    return Answer(make_error<LSPError>(toString(Found.takeError()),
                                       ErrorCode::UnknownErrorCode));
  const std::string Headline = headlineOf(*Found);
  constexpr int Info = 3;
  Show(json::Object{{"type", Info}, {"message", "warrant: " + Headline}});
  Answer(json::Object{{"root", Found->Root},
                      {"headline", Headline},
                      {"markdown", markdownOf(*Found)}});
}

} // namespace warrant
