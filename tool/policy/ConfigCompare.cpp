//===- ConfigCompare.cpp - What a change does to the policy ---------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ConfigCompare.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace warrant {
namespace {

/// Lists that let more through the longer they are.
constexpr StringLiteral Lenient[] = {
    "exclude",         "vendored",    "markers", "contracts.headings",
    "contracts.below", "conventions", "units",   "policy.excuses"};
/// And those that let less.
constexpr StringLiteral Severe[] = {"reject", "policy.rules"};

/// Whether every element of \p Part is in \p Whole.
bool isWithin(const json::Array &Part, const json::Array &Whole) {
  return all_of(Part,
                [&](const json::Value &V) { return is_contained(Whole, V); });
}

/// Globs that take back what others say are not compared one by one.
bool takesBack(const json::Array &List) {
  return any_of(List, [](const json::Value &V) {
    std::optional<StringRef> Text = V.getAsString();
    return Text && Text->starts_with("!");
  });
}

/// Whether a rule of \p List takes back the strict mode of another.
bool relaxes(const json::Array &List) {
  return any_of(List, [](const json::Value &V) {
    const json::Object *Rule = V.getAsObject();
    return Rule && Rule->getBoolean("strict") == false;
  });
}

bool tightens(StringRef Key, const json::Value &Old, const json::Value &New) {
  if (Key == "strict")
    return New.getAsBoolean() == true;
  const json::Array *Before = Old.getAsArray(), *After = New.getAsArray();
  if (!Before || !After || takesBack(*Before) || takesBack(*After))
    return false;
  if (is_contained(Lenient, Key))
    return isWithin(*After, *Before);
  // A rule may change a severity, which fails nothing.
  return is_contained(Severe, Key) && isWithin(*Before, *After) &&
         !relaxes(*After);
}

/// What stands in files is not compared word by word.
void compareFiles(const Config &Old, const Config &New,
                  std::vector<ConfigChange> &Changes) {
  auto Add = [&](StringRef Key, bool IsChanged) {
    if (IsChanged)
      Changes.push_back({Key.str(), "what the files say", true});
  };
  auto Text = [](const Deviation &D) { return D.Id + ": " + D.Text; };
  Add("devices", Old.DeviceDigests != New.DeviceDigests);
  Add("misra.deviations",
      !equal(map_range(Old.Deviations, Text), map_range(New.Deviations, Text)));
  Add("overlays", Old.OverlayTexts != New.OverlayTexts);
}

} // namespace

std::vector<ConfigChange> compareConfigs(const Config &Old, const Config &New) {
  const json::Object Before = configValues(Old), After = configValues(New);
  std::vector<ConfigChange> Changes;
  compareFiles(Old, New, Changes);
  for (const auto &[Key, Value] : After) {
    const json::Value *Was = Before.get(Key);
    if (!Was || *Was == Value)
      continue;
    Changes.push_back({StringRef(Key).str(),
                       formatv("{0} -> {1}", *Was, Value).str(),
                       !tightens(Key, *Was, Value)});
  }
  sort(Changes, [](const ConfigChange &A, const ConfigChange &B) {
    return std::tie(A.Key, A.What) < std::tie(B.Key, B.What);
  });
  return Changes;
}

} // namespace warrant
