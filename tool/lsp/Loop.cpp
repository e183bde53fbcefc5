//===- Loop.cpp - What the language server waits for ----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Server.h"
#include "llvm/ADT/STLExtras.h"
#include <unistd.h>

using namespace llvm;

namespace warrant {

int Server::run(int From) {
  Input = From;
  // It ends at what is no message at all, too, which is no reason to end.
  while (!IsAtEnd && !IsShutDown)
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
  ssize_t Count = 0;
  if (S.waitForInput())
    do
      Count = read(S.Input, Buffer, Size);
    while (Count < 0 && errno == EINTR);
  S.IsAtEnd = Count <= 0;
  return Count;
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
  auto Add = [&](std::optional<Clock::time_point> Time) {
    if (Time)
      Next = Next ? std::min(*Next, *Time) : *Time;
  };
  for (const auto &[Path, D] : Documents) {
    if (!D->Unit)
      continue;
    Add(D->Unit->isBusy() ? D->Patience : D->Due);
    Add(D->Unit->worker().deadline());
  }
  return Next;
}

/// Does what is due, and takes what workers have.
void Server::look() {
  for (auto &[Path, D] : Documents) {
    if (!D->Unit)
      continue;
    WorkerHandle &Worker = D->Unit->worker();
    if (Worker.process() >= 0)
      take(*D);
    const auto Now = Clock::now();
    const bool IsInTheWay =
        D->Unit->isBusy() && D->Patience && *D->Patience <= Now;
    if (IsInTheWay || (Worker.deadline() && *Worker.deadline() <= Now))
      fails(*D, {UnitStatus::Timeout, "it ran out of time"});
    if (D->Due && *D->Due <= Now && !D->Unit->isBusy())
      begin(*D);
  }
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
