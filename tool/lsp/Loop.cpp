//===- Loop.cpp - What the language server waits for ----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Server.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Threading.h"
#include <array>
#include <tuple>
#include <unistd.h>

using namespace llvm;

namespace warrant {

/// That are kept, of documents that were looked at last.
static constexpr size_t MostWorkers = 8;

int Server::run(int From) {
  Input = From;
  // It ends at what is no message at all, too, which is no reason to end.
  while (!IsAtEnd && Incoming.method() != "exit")
    if (Error E = Transport.run(Handler)) {
      consumeError(std::move(E)); // reading has failed
      break;
    }
  Documents.clear();
  return IsShutDown ? 0 : 1;
}

ssize_t Server::readInput(void *Self, char *Buffer, size_t Size) {
  // SAFETY(alignment, layout, type, lifetime): Self is the server that has made
  // the file with itself for its cookie, and that closes it.
  auto &S = *static_cast<Server *>(Self);
  while (true) {
    // SAFETY: the buffer that is to be filled has this size.
    if (size_t Count = S.Incoming.take({Buffer, Size}))
      return static_cast<ssize_t>(Count);
    if (!S.readMore())
      return 0;
  }
}

/// Waits for more of the input; false: there is none.
bool Server::readMore() {
  std::array<char, 65536> Bytes;
  ssize_t Count = 0;
  if (waitForInput())
    do
      Count = read(Input, Bytes.data(), Bytes.size());
    while (Count < 0 && errno == EINTR);
  IsAtEnd = Count <= 0;
  if (!IsAtEnd)
    Incoming.add(StringRef(Bytes.data(), Bytes.size()).take_front(Count));
  return !IsAtEnd;
}

std::vector<pollfd> Server::waitedFor() const {
  std::vector<pollfd> Result{{Input, POLLIN, 0}, {Signals.pipe(), POLLIN, 0}};
  for (const auto &[Path, D] : Documents) {
    if (!D->Unit || D->Unit->worker().process() < 0)
      continue;
    Result.push_back({D->Unit->worker().resultsPipe(), POLLIN, 0});
    Result.push_back({D->Unit->worker().errorsPipe(), POLLIN, 0});
  }
  return Result;
}

std::optional<Server::Clock::time_point> Server::nextTime() const {
  std::optional<Clock::time_point> Next;
  const bool IsFull = countBusy() >= jobs();
  auto Add = [&](std::optional<Clock::time_point> Time) {
    if (Time)
      Next = Next ? std::min(*Next, *Time) : *Time;
  };
  for (const auto &[Path, D] : Documents) {
    if (!D->Unit)
      continue;
    if (D->Unit->isBusy())
      Add(D->Patience);
    else if (!IsFull)
      Add(D->Due);
    Add(D->Unit->worker().deadline());
  }
  return Next;
}

/// Takes what the worker of \p D has, or gives it up.
void Server::look(Document &D) {
  WorkerHandle &Worker = D.Unit->worker();
  if (Worker.process() >= 0)
    take(D);
  const auto Now = Clock::now();
  const bool IsInTheWay = D.Unit->isBusy() && D.Patience && *D.Patience <= Now;
  if (IsInTheWay || (Worker.deadline() && *Worker.deadline() <= Now))
    fails(D, {UnitStatus::Timeout, "it ran out of time"});
}

size_t Server::countBusy() const {
  return count_if(Documents, [](const auto &Each) {
    return Each.second->Unit && Each.second->Unit->isBusy();
  });
}

unsigned Server::jobs() const {
  return Request.Jobs ? Request.Jobs
                      : hardware_concurrency().compute_thread_count();
}

/// Begins what is due: first where an answer is waited for, then where a key
/// was hit last.
void Server::beginDue() {
  std::vector<Document *> Due;
  for (auto &[Path, D] : Documents)
    if (D->Unit && D->Due && *D->Due <= Clock::now() && !D->Unit->isBusy())
      Due.push_back(D.get());
  stable_sort(Due, [](const Document *A, const Document *B) {
    return std::tuple(A->Answers.empty(), *B->Due) <
           std::tuple(B->Answers.empty(), *A->Due);
  });
  for (Document *D : Due) {
    if (countBusy() >= jobs())
      return;
    if (D->Unit->worker().process() < 0)
      makeRoom();
    begin(*D);
  }
}

/// Ends the worker that was idle for the longest time, where there are many: it
/// holds a preamble.
void Server::makeRoom() {
  Document *Oldest = nullptr;
  size_t Running = 0;
  for (auto &[Path, D] : Documents) {
    if (!D->Unit || D->Unit->worker().process() < 0)
      continue;
    ++Running;
    if (!D->Unit->isBusy() && (!Oldest || D->Begun < Oldest->Begun))
      Oldest = D.get();
  }
  if (Oldest && Running >= std::max<size_t>(MostWorkers, jobs()))
    Oldest->Unit->end(/*Kill=*/true);
}

void Server::look() {
  for (auto &[Path, D] : Documents)
    if (D->Unit)
      look(*D);
  beginDue();
}

bool Server::waitForInput() {
  while (true) {
    look();
    std::vector<pollfd> Files = waitedFor();
    int Wait = -1;
    if (auto Next = nextTime()) {
      auto Left =
          std::chrono::ceil<std::chrono::milliseconds>(*Next - Clock::now());
      Wait = static_cast<int>(std::max<int64_t>(Left.count(), 0));
    }
    if (poll(Files.data(), Files.size(), Wait) < 0)
      continue; // a signal that does not matter
    if (Files[1].revents)
      return false;
    if (Files[0].revents)
      return true;
  }
}

} // namespace warrant
