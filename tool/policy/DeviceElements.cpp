//===- DeviceElements.cpp - What elements derive from ---------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeviceElements.h"
#include "warrant/Config.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace warrant {

/// Published descriptions have chains of two or three, and paths of four names.
static constexpr size_t MaxDerivations = 16;

/// Among so many names a meant one is searched for.
static constexpr size_t MaxCandidates = 1000;

pugi::xml_node DeviceElement::child(const char *Name) const {
  for (pugi::xml_node N : Nodes)
    if (pugi::xml_node Child = N.child(Name))
      return Child;
  return {};
}

/// What tells elements of one name apart: their kind. Clusters and registers
/// share their names, as members of a struct do.
static std::string keyOf(StringRef Kind, StringRef Name) {
  StringRef Group = Kind == "cluster" ? "register" : Kind;
  return (Group + " " + Name).str();
}

/// The element in \p N that holds the elements which \p N is made of.
static pugi::xml_node containerOf(pugi::xml_node N) {
  StringRef Kind = N.name();
  if (Kind == "peripheral")
    return N.child("registers");
  return Kind == "register" ? N.child("fields") : N;
}

/// Whether \p Name is that of one of the array \p Array: `CH1` of `CH%s`.
static bool isOneOf(StringRef Name, StringRef Array) {
  auto [Before, Behind] = Array.split("%s");
  return Behind.data() && Array.size() != Before.size() &&
         Name.size() > Before.size() + Behind.size() &&
         Name.consume_front(Before) && Name.consume_back(Behind) &&
         all_of(Name, isAlnum);
}

/// The array in \p In that \p Key is one of. Where several fit, the longest
/// name says the most.
pugi::xml_node DeviceElements::arrayOf(const Names &In, StringRef Key) {
  std::pair<std::string, pugi::xml_node> Best;
  for (const auto &Array : In.Arrays)
    if (isOneOf(Key, Array.first) && Best.first.size() < Array.first.size())
      Best = Array;
  return Best.second;
}

const DeviceElements::Names &DeviceElements::namesIn(pugi::xml_node Container) {
  auto [It, New] = Known.try_emplace(Container.hash_value());
  if (!New)
    return It->second;
  for (pugi::xml_node N : Container.children())
    if (pugi::xml_node Name = N.child("name"))
      It->second.add(keyOf(N.name(), textOf(Name)), N);
  return It->second;
}

/// The element of that kind and name that \p N has or inherits.
pugi::xml_node DeviceElements::step(pugi::xml_node N, StringRef Name,
                                    StringRef Kind, unsigned Depth) {
  const Names &In = namesIn(containerOf(N));
  std::string Key = keyOf(Kind, Name);
  if (auto It = In.ByName.find(Key); It != In.ByName.end())
    return It->second;
  if (pugi::xml_node Array = arrayOf(In, Key))
    return Array;
  StringRef Base = N.attribute("derivedFrom").value();
  // Every look-up is paid for, since hostile ones branch.
  if (!Xml.spend(N, In.Arrays.size()) || Base.empty() ||
      Depth == MaxDerivations || !Xml.spend(N, 1))
    return {};
  pugi::xml_node Inherited = search(N, Base, Depth + 1);
  return Inherited ? step(Inherited, Name, Kind, Depth + 1) : pugi::xml_node();
}

/// What \p Path, as `CTRL` or `TIMER0.CTRL`, means at \p From: the nearest that
/// stands beside it or beside what it is in.
pugi::xml_node DeviceElements::search(pugi::xml_node From, StringRef Path,
                                      unsigned Depth) {
  SmallVector<StringRef, 4> Parts;
  Path.split(Parts, '.', MaxDerivations);
  for (pugi::xml_node Scope = From.parent(); Scope; Scope = Scope.parent()) {
    pugi::xml_node Found = Scope;
    for (unsigned I = 0; I != Parts.size() && Found; ++I) {
      bool Last = I + 1 == Parts.size();
      StringRef Kind = Last                                       ? From.name()
                       : StringRef(Found.name()) == "peripherals" ? "peripheral"
                                                                  : "register";
      // A scope of the walk is a container already.
      Found = step(Found, Parts[I].trim(), Kind, Depth);
    }
    if (Found && Found != From)
      return Found;
  }
  return {};
}

/// What may have been meant where \p N derives from nothing that is there.
static std::string hintFor(pugi::xml_node N, StringRef Base) {
  SmallVector<StringRef, 16> Names;
  for (pugi::xml_node Sibling : N.parent().children(N.name())) {
    if (Sibling != N)
      Names.push_back(textOf(Sibling.child("name")));
    if (Names.size() == MaxCandidates)
      break;
  }
  return didYouMean(Base, Names);
}

/// Adds what \p N derives from, directly and in turn.
bool DeviceElements::derive(pugi::xml_node N, DeviceElement &E) {
  pugi::xml_attribute Attribute = N.attribute("derivedFrom");
  if (!Attribute)
    return true;
  StringRef Base = StringRef(Attribute.value()).trim();
  pugi::xml_node Found = search(N, Base, 0);
  std::string Why;
  if (!Found)
    Why = ("there is no such " + Twine(N.name()) + hintFor(N, Base)).str();
  else if (StringRef(Found.name()) != N.name())
    Why = ("that is a " + Twine(Found.name()) + " and no " + N.name()).str();
  else if (is_contained(E.Nodes, Found))
    Why = "that derives from it in turn; give one of them its contents";
  else if (E.Nodes.size() > MaxDerivations)
    Why = "the chain is too long; give one of them its contents";
  if (!Why.empty()) {
    Xml.mistake(N, "'" + textOf(N.child("name")) + "' derives from '" + Base +
                       "', and " + Why);
    return false;
  }
  E.Nodes.push_back(Found);
  return derive(Found, E);
}

std::optional<DeviceElement> DeviceElements::resolve(pugi::xml_node N) {
  DeviceElement E;
  E.Nodes.push_back(N);
  return derive(N, E) ? std::optional(std::move(E)) : std::nullopt;
}

/// What may be there once in a container. A group has its registers instead of
/// those of other groups, and several repetitions may share a name.
static std::string identityOf(pugi::xml_node N) {
  return (textOf(N.child("name")) + " " + textOf(N.child("alternateGroup")) +
          " " + textOf(N.child("dimIndex")))
      .str();
}

void DeviceElements::forEach(const DeviceElement &E, const char *Container,
                             StringRef First, StringRef Second,
                             function_ref<void(pugi::xml_node)> Each) {
  StringMap<pugi::xml_node> Seen;
  for (pugi::xml_node N : E.Nodes) {
    pugi::xml_node In = Container ? N.child(Container) : N;
    for (pugi::xml_node Child : In.children()) {
      if (Xml.isStopped())
        return;
      if (Child.name() != First && Child.name() != Second)
        continue;
      auto [It, New] = Seen.try_emplace(identityOf(Child), Child);
      StringRef Name = textOf(Child.child("name"));
      // Bits that are for nobody often share a name.
      if (New || Name.equals_insensitive("reserved"))
        Each(Child);
      else if (It->second.parent() == In)
        Xml.mistake(Child, "a second " + Twine(Child.name()) + " '" + Name +
                               "', the first is in line " +
                               Twine(Xml.line(It->second)) +
                               "; rename or remove one");
    }
  }
}

} // namespace warrant
