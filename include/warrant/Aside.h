//===- Aside.h - What a unit's analysis tells of itself ---------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How long an analysis took, for profiles. It comes beside a UnitResult and
// never reaches a report, which has no clock.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_ASIDE_H
#define WARRANT_ASIDE_H

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace warrant {

/// The parts of an analysis that a profile tells apart.
enum class Phase : uint8_t {
  Driver,      ///< from the command to an invocation
  Parse,       ///< preprocessing, parsing and all that goes with it
  Instantiate, ///< what waits at the unit's end
  Analyse,     ///< the walk, comments, evidence
  Finish,      ///< freeing it all
  Encode       ///< the result, as bytes
};

/// A span of a phase, in microseconds of a clock that all processes share.
struct PhaseTime {
  Phase What = Phase::Driver;
  uint64_t Begin = 0;
  uint64_t End = 0;
  friend bool operator==(const PhaseTime &, const PhaseTime &) = default;
};

/// See the file comment.
struct UnitAside {
  std::vector<PhaseTime> Phases; ///< in the order of time; one may come again
  uint64_t PeakKilobytes = 0;    ///< of the worker, until then
  bool Cached = false;           ///< the result was there
  bool HasPrefix = false;        ///< it used precompiled system headers
  std::string Refusal{};         ///< why it could not, where there were some
  friend bool operator==(const UnitAside &, const UnitAside &) = default;

  static uint64_t now() {
    auto Since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(Since).count();
  }
  /// Ends the phase before, and begins \p What.
  void enter(Phase What) {
    leave();
    Phases.push_back({What, now(), 0});
  }
  void leave() {
    if (!Phases.empty() && !Phases.back().End)
      Phases.back().End = now();
  }
};

} // namespace warrant

#endif // WARRANT_ASIDE_H
