//===- Progress.cpp - How far a run is, on a terminal ---------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Progress.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Unicode.h"
#include <sys/ioctl.h>
#include <unistd.h>

using namespace llvm;
using namespace std::chrono_literals;

namespace warrant {

/// What is done sooner needs no line.
static constexpr auto Patience = 500ms;
/// The rate is that of the last seconds: units from a cache come fast.
static constexpr auto RateSpan = 15s;
/// A unit that takes longer is named.
static constexpr auto SlowUnit = 5s;

bool isWatched() {
  std::optional<std::string> Terminal = sys::Process::GetEnv("TERM");
  return sys::Process::StandardErrIsDisplayed() && Terminal &&
         *Terminal != "dumb" && !sys::Process::GetEnv("CI");
}

/// The terminal's width, which may change at any time.
static int columns() {
  winsize Size;
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &Size) == 0 && Size.ws_col)
    return Size.ws_col;
  return 80;
}

static std::string inWords(std::chrono::seconds Time) {
  auto Seconds = Time.count();
  if (Seconds < 60)
    return std::to_string(Seconds) + " s";
  if (Seconds < 3600)
    return std::to_string(Seconds / 60) + " min " +
           std::to_string(Seconds % 60) + " s";
  return std::to_string(Seconds / 3600) + " h " +
         std::to_string(Seconds / 60 % 60) + " min";
}

void Progress::begins(const WorkItem &Item, int Worker) {
  Running[Worker] = {&Item, Clock::now()};
}

void Progress::ends(const WorkItem &Item, int Worker, const UnitAside &) {
  Running.erase(Worker);
  ++Done;
}

void Progress::fails(const WorkItem &Item, int Worker, StringRef Reason,
                     bool IsFirst) {
  Running.erase(Worker);
  Done += !IsFirst;
}

double Progress::unitsPerSecond(Clock::time_point Now) {
  Samples.push_back({Now, Done});
  while (Now - Samples.front().At > RateSpan)
    Samples.pop_front();
  const Sample Whole{Start, 0};
  const Sample &From = Now - Start > RateSpan ? Samples.front() : Whole;
  std::chrono::duration<double> Span = Now - From.At;
  return Span.count() > 0 ? (Done - From.Done) / Span.count() : 0;
}

/// `12 of 345 units, 4.2 a second, 1 min 19 s left`.
std::string Progress::counts(Clock::time_point Now) {
  std::string Text;
  raw_string_ostream Out(Text);
  Out << Done << " of " << Total << " units";
  double Rate = unitsPerSecond(Now);
  if (Rate <= 0)
    return Text;
  Out << format(Rate < 10 ? ", %.1f a second" : ", %.0f a second", Rate);
  auto Left = std::chrono::duration<double>((Total - Done) / Rate);
  Out << ", " << inWords(std::chrono::ceil<std::chrono::seconds>(Left))
      << " left";
  return Text;
}

/// `; src/big.cpp takes 14 s`, or nothing.
std::string Progress::slowest(Clock::time_point Now, bool WholePath) const {
  if (Running.empty())
    return {};
  auto ByStart = [](const auto &A, const auto &B) {
    return A.second.second < B.second.second;
  };
  const auto &[Item, Begin] = llvm::min_element(Running, ByStart)->second;
  if (Now - Begin < SlowUnit)
    return {};
  StringRef Name = Item->Display;
  return "; " + (WholePath ? Name : sys::path::filename(Name)).str() +
         " takes " +
         inWords(std::chrono::floor<std::chrono::seconds>(Now - Begin));
}

void Progress::erase() {
  if (Shown.empty())
    return;
  OS << "\r\x1b[K";
  OS.flush();
  Shown.clear();
}

std::string Progress::line(Clock::time_point Now, int Columns) {
  std::string Counts = counts(Now);
  // Of a name with control characters the width is negative.
  for (const std::string &Slow :
       {slowest(Now, true), slowest(Now, false), std::string()}) {
    int Width = sys::unicode::columnWidthUTF8(Counts + Slow);
    if (Width >= 0 && Width < Columns)
      return Counts + Slow;
  }
  return Counts.substr(0, std::max(Columns - 1, 0));
}

void Progress::ticks() {
  Clock::time_point Now = Clock::now();
  if (Now - Start < Patience)
    return;
  std::string Line = line(Now, columns());
  if (Line == Shown)
    return;
  // What stands there is overwritten and not erased first: it would flicker.
  OS << "\r" + Line + "\x1b[K";
  OS.flush();
  Shown = Line;
}

} // namespace warrant
