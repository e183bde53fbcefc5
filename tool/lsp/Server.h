//===- Server.h - The language server ---------------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One loop and no threads, so that workers can be forked at any time: LLVM's
// transport reads from a file whose reading waits for everything else as well,
// for workers, for times and for signals.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_LSP_SERVER_H
#define WARRANT_LSP_SERVER_H

#include "Document.h"
#include "Messages.h"
#include "tool/scan/SignalScope.h"
#include "llvm/ADT/StringMap.h"
#include <mlir/Tools/lsp-server-support/Transport.h>
#include <poll.h>

namespace warrant {

/// A place or a range in a document, as most requests name one.
struct PlaceParams {
  mlir::lsp::TextDocumentIdentifier Document;
  mlir::lsp::Range Where; ///< a point where a position is given
};
bool fromJSON(const llvm::json::Value &V, PlaceParams &P, llvm::json::Path At);

/// The id of a request.
struct CancelParams {
  llvm::json::Value Id = nullptr;
};
bool fromJSON(const llvm::json::Value &V, CancelParams &P, llvm::json::Path At);

/// A command and the document that it is about, if any is named.
struct CommandParams {
  std::string Command;
  std::optional<mlir::lsp::URIForFile> About;
};
bool fromJSON(const llvm::json::Value &V, CommandParams &P,
              llvm::json::Path At);

/// See the file comment.
class Server {
public:
  Server(const LspRequest &Request, llvm::raw_ostream &Output);
  ~Server() { (void)std::fclose(In); }
  /// Serves what comes from \p Input until it ends or a client says so; gives
  /// the exit status.
  int run(int Input);

private:
  using Value = llvm::json::Value;
  using Reply = mlir::lsp::Callback<Value>;
  using Clock = Document::Clock;

  // Requests and notifications.
  void onInitialize(const mlir::lsp::NoParams &, Reply Answer);
  void onShutdown(const mlir::lsp::NoParams &, Reply Answer);
  void onOpen(const mlir::lsp::DidOpenTextDocumentParams &P);
  void onChange(const mlir::lsp::DidChangeTextDocumentParams &P);
  void onSave(const PlaceParams &P);
  void onClose(const mlir::lsp::DidCloseTextDocumentParams &P);
  void onHover(const PlaceParams &P, Reply Answer);
  void onDefinition(const PlaceParams &P, Reply Answer);
  void onActions(const PlaceParams &P, Reply Answer);
  void onCommand(const CommandParams &P, Reply Answer);
  void onCancel(const CancelParams &P);
  /// Answers by \p Make as soon as the document is analysed as it is.
  void whenAnalysed(const PlaceParams &P, Reply Answer,
                    llvm::unique_function<Value(const Document &)> Make);

  // The loop.
  static ssize_t readInput(void *Self, char *Buffer, size_t Size);
  /// Until there is input; false: a signal ends it all.
  bool waitForInput();
  bool readMore();
  std::vector<pollfd> waitedFor() const;
  std::optional<Clock::time_point> nextTime() const;
  void look();
  void look(Document &D);
  void beginDue();
  size_t countBusy() const;
  unsigned jobs() const;
  void makeRoom();
  void begin(Document &D);
  void take(Document &D);
  void fails(Document &D, UnitFailure Why);
  void finish(Document &D, Findings F);
  void publish(const Document &D);
  void open(Document &D);
  Document *find(const mlir::lsp::URIForFile &Uri);

  const LspRequest &Request;
  std::FILE *In; ///< what readInput() reads
  mlir::lsp::JSONTransport Transport;
  mlir::lsp::MessageHandler Handler;
  mlir::lsp::OutgoingNotification<Value> Publish, Show;
  Messages Incoming;
  SignalScope Signals;
  /// By their paths.
  std::map<std::string, std::unique_ptr<Document>> Documents;
  int Input = -1;
  bool IsInitialized = false, IsShutDown = false, IsAtEnd = false;
};

} // namespace warrant

#endif // WARRANT_LSP_SERVER_H
