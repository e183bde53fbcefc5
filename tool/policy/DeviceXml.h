//===- DeviceXml.h - A device description as XML ----------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads the text of a description into pugixml's tree, which never expands
// entities, and collects a line with file, line and column for each mistake.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_POLICY_DEVICEXML_H
#define WARRANT_POLICY_DEVICEXML_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <pugixml.hpp>
#include <string>
#include <vector>

namespace warrant {

/// See the file comment.
class DeviceXml {
public:
  explicit DeviceXml(llvm::MemoryBufferRef Buffer) : Buffer(Buffer) {}

  /// The element `device`; null where a mistake was noted.
  pugi::xml_node parse();

  void mistake(pugi::xml_node At, const llvm::Twine &What);
  /// Notes a mistake behind which nothing is read any more.
  void stop(pugi::xml_node At, const llvm::Twine &What);
  bool isStopped() const { return Stopped; }
  unsigned line(pugi::xml_node N) const;
  /// Counts \p Count elements, and stops where a hostile file asks for more
  /// than any device has.
  bool spend(pugi::xml_node At, uint64_t Count);

  std::vector<std::string> Mistakes; ///< a line each

private:
  bool decode();
  bool checkTree(pugi::xml_node Root);
  void mistakeAt(size_t Offset, const llvm::Twine &What);

  llvm::MemoryBufferRef Buffer;
  std::string Text; ///< as UTF-8
  pugi::xml_document Document;
  uint64_t Spent = 0;
  size_t Met = 0; ///< mistakes, those that are known counted again
  bool Stopped = false;
};

/// The text of \p N without white space around it.
llvm::StringRef textOf(pugi::xml_node N);

} // namespace warrant

#endif // WARRANT_POLICY_DEVICEXML_H
