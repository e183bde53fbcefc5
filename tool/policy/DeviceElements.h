//===- DeviceElements.h - What elements derive from -------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An element with `derivedFrom` says less than it means. DeviceElements finds
// what it derives from, and DeviceElement reads what is not said there.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_POLICY_DEVICEELEMENTS_H
#define WARRANT_POLICY_DEVICEELEMENTS_H

#include "DeviceXml.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include <map>
#include <optional>

namespace warrant {

/// An element, and what it derives from, the nearest first.
struct DeviceElement {
  llvm::SmallVector<pugi::xml_node, 2> Nodes;

  pugi::xml_node own() const { return Nodes.front(); }
  /// The child of that name in the nearest element that has one, or null.
  pugi::xml_node child(const char *Name) const;
  /// The name as written, with its placeholder; empty if there is none.
  llvm::StringRef name() const { return textOf(own().child("name")); }
};

/// See the file comment.
class DeviceElements {
public:
  explicit DeviceElements(DeviceXml &Xml) : Xml(Xml) {}

  /// \p N with what it derives from; absent where a mistake was noted.
  std::optional<DeviceElement> resolve(pugi::xml_node N);

  /// Calls \p Each with the children called \p First or \p Second that \p E has
  /// in its container (`registers`, `fields`; none: directly) and that it
  /// inherits. What \p E says goes before what it inherits under that name.
  void forEach(const DeviceElement &E, const char *Container,
               llvm::StringRef First, llvm::StringRef Second,
               llvm::function_ref<void(pugi::xml_node)> Each);

private:
  struct Names {
    llvm::StringMap<pugi::xml_node> ByName;
    std::vector<std::pair<std::string, pugi::xml_node>> Arrays;

    void add(std::string Key, pugi::xml_node N) {
      if (llvm::StringRef(Key).contains("%s"))
        Arrays.emplace_back(Key, N);
      ByName.try_emplace(std::move(Key), N);
    }
  };
  static pugi::xml_node arrayOf(const Names &In, llvm::StringRef Key);
  const Names &namesIn(pugi::xml_node Container);
  pugi::xml_node step(pugi::xml_node N, llvm::StringRef Name,
                      llvm::StringRef Kind, unsigned Depth);
  pugi::xml_node search(pugi::xml_node From, llvm::StringRef Path,
                        unsigned Depth);
  bool derive(pugi::xml_node N, DeviceElement &E);

  DeviceXml &Xml;
  /// The names in each container that was asked for, by its hash.
  std::map<size_t, Names> Known;
};

} // namespace warrant

#endif // WARRANT_POLICY_DEVICEELEMENTS_H
