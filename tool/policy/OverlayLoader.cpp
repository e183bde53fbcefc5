//===- OverlayLoader.cpp - Makes sense of overlay files -------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OverlayReader.h"
#include "warrant/CheckInfo.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace warrant {
namespace {

class Loader {
public:
  explicit Loader(MemoryBufferRef Buffer)
      : Reader(Buffer), Values(Reader.Values) {}
  Expected<std::vector<OverlayFunction>> run();

private:
  void finish(RawFunction &F);
  void finish(RawCondition &C, const RawFunction &F);
  void checkProperty(const RawCondition &C, const RawFunction &F);
  std::optional<unsigned> resolve(const ParameterRef &P,
                                  const OverlayFunction &F);
  void add(OverlayFunction F, const ParameterRef &Name);

  OverlayReader Reader;
  YamlValues &Values;
  std::vector<OverlayFunction> Functions;
  StringMap<unsigned> Lines; ///< of what is there, by what it is for
};

} // namespace

/// The parameter's position; a mistake is noted where there is none.
std::optional<unsigned> Loader::resolve(const ParameterRef &P,
                                        const OverlayFunction &F) {
  unsigned Count = F.Parameters.size();
  if (unsigned Index = 0; !StringRef(P.Text).getAsInteger(10, Index)) {
    if (Index < Count)
      return Index;
    Values.mistake(P.At, "there is no parameter " + P.Text + ": " +
                             (Count ? "the last is " + std::to_string(Count - 1)
                                    : "'parameters' names none"));
    return std::nullopt;
  }
  for (unsigned I = 0; I < Count; ++I)
    if (F.Parameters[I] == P.Text)
      return I;
  SmallVector<StringRef, 8> Names(F.Parameters.begin(), F.Parameters.end());
  Values.mistake(P.At, "there is no parameter '" + P.Text + "'" +
                           didYouMean(P.Text, Names));
  return std::nullopt;
}

void Loader::finish(RawCondition &C, const RawFunction &F) {
  if (C.Facts.size() > 1)
    Values.mistake(C.Facts[1].At, "a condition states one fact, and has '" +
                                      C.Facts[0].Key->Name + "'");
  for (const RawFact &Raw : C.Facts) {
    OverlayFact &Fact = C.Value.Fact;
    Fact.Is = Raw.Key->Is;
    Fact.Size = Raw.Amount;
    for (const ParameterRef &P : Raw.Parameters)
      if (auto Index = resolve(P, F.Value))
        Fact.Parameters.push_back(*Index);
    for (const ParameterRef &P : Raw.Size)
      if (auto Index = resolve(P, F.Value))
        Fact.Size.Parameters.push_back(*Index);
  }
  checkProperty(C, F);
}

/// A kind's conditions are about what the kind requires.
void Loader::checkProperty(const RawCondition &C, const RawFunction &F) {
  const CheckInfo *Check = findCheck("memory-function");
  const KindInfo *Kind =
      Check && !F.Value.Kind.empty() ? findKind(*Check, F.Value.Kind) : nullptr;
  if (!Kind)
    return;
  if (!C.Value.About)
    return Values.mistake(F.KindAt, "with a kind each condition needs a "
                                    "'property'; '" +
                                        C.Value.Text + "' has none");
  if (Kind->Required.contains(*C.Value.About))
    return;
  std::string Words;
  for (Property P : allProperties())
    if (Kind->Required.contains(P))
      Words += (Words.empty() ? "" : ", ") + toString(P).str();
  Values.mistake(C.PropertyAt, "the kind '" + F.Value.Kind + "' is about " +
                                   Words + ", not about " +
                                   toString(*C.Value.About));
}

void Loader::finish(RawFunction &F) {
  if (F.Names.empty())
    return Values.mistake(F.At, "a function needs a 'name'");
  if (!F.Value.HasConditions && (!F.Value.Throws || !F.Value.Kind.empty()))
    return Values.mistake(F.At, "a function needs 'conditions'; an empty list "
                                "says that any arguments will do");
  std::vector<StringRef> Kinds = overlayKinds();
  if (!F.Value.Kind.empty() && !is_contained(Kinds, F.Value.Kind))
    return Values.mistake(F.KindAt, "'" + F.Value.Kind + "' is no kind of " +
                                        "memory-function" +
                                        didYouMean(F.Value.Kind, Kinds));
  for (RawCondition &C : F.Conditions) {
    finish(C, F);
    F.Value.Conditions.push_back(std::move(C.Value));
  }
  for (const ParameterRef &Name : F.Names)
    add(F.Value, Name);
}

void Loader::add(OverlayFunction F, const ParameterRef &Name) {
  F.Name = Name.Text;
  if (F.isGlob())
    if (Error E = GlobPattern::create(F.Name).takeError())
      return Values.mistake(Name.At,
                            "'" + F.Name + "': " + toString(std::move(E)));
  unsigned Line = Values.Sources.getLineAndColumn(Name.At).first;
  std::string For =
      F.Name + "|" + F.Header + "|" +
      (F.HasParameters ? std::to_string(F.Parameters.size()) : std::string());
  auto [First, New] = Lines.try_emplace(For, Line);
  if (!New)
    return Values.mistake(Name.At, "'" + F.Name +
                                       "' is there already, in line " +
                                       Twine(First->second));
  F.Line = Line;
  Functions.push_back(std::move(F));
}

Expected<std::vector<OverlayFunction>> Loader::run() {
  Reader.read([&](RawFunction &F) { finish(F); });
  if (Values.Mistakes.empty())
    return std::move(Functions);
  return createStringError(inconvertibleErrorCode(),
                           join(Values.Mistakes, "\n"));
}

Expected<std::vector<OverlayFunction>> parseOverlay(MemoryBufferRef Buffer) {
  return Loader(Buffer).run();
}

} // namespace warrant
