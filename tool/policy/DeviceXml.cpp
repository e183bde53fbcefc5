//===- DeviceXml.cpp - A device description as XML ------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeviceXml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

namespace warrant {

/// The largest published descriptions have about 20 MB. pugixml needs up to
/// sixteen times the size, which has to stay below a machine's memory.
static constexpr size_t MaxBytes = size_t(64) << 20;

/// Registers, clusters, fields and their copies. Large devices have 100,000.
static constexpr uint64_t MaxElements = uint64_t(1) << 20;

/// More than a reader wants to see of one file; and how often they may be met,
/// since what others derive from is read several times.
static constexpr size_t MaxMistakes = 20;
static constexpr size_t MaxMet = 200;

StringRef textOf(pugi::xml_node N) { return StringRef(N.text().get()).trim(); }

/// Where \p N begins in the text.
static size_t offsetOf(pugi::xml_node N) {
  ptrdiff_t Offset = N.offset_debug();
  // pugixml gives the place of the name, behind the `<`.
  return Offset > 0 ? static_cast<size_t>(Offset) - 1 : 0;
}

unsigned DeviceXml::line(pugi::xml_node N) const {
  return StringRef(Text).take_front(offsetOf(N)).count('\n') + 1;
}

void DeviceXml::mistakeAt(size_t Offset, const Twine &What) {
  StringRef Before = StringRef(Text).take_front(Offset);
  size_t Line = Before.count('\n') + 1;
  size_t Column = Before.size() - (Before.rfind('\n') + 1) + 1;
  std::string Mistake =
      json::fixUTF8((Buffer.getBufferIdentifier() + ":" + Twine(Line) + ":" +
                     Twine(Column) + ": error: " + What)
                        .str());
  if (!is_contained(Mistakes, Mistake))
    Mistakes.push_back(std::move(Mistake));
  Stopped |= Mistakes.size() >= MaxMistakes || ++Met >= MaxMet;
}

void DeviceXml::mistake(pugi::xml_node At, const Twine &What) {
  mistakeAt(offsetOf(At), What);
}

void DeviceXml::stop(pugi::xml_node At, const Twine &What) {
  mistake(At, What);
  Stopped = true;
}

bool DeviceXml::spend(pugi::xml_node At, uint64_t Count) {
  if (Stopped)
    return false;
  Spent += std::min(Count, MaxElements + 1);
  if (Spent <= MaxElements)
    return true;
  stop(At, "the description has more than " + Twine(MaxElements) +
               " registers and fields, all copies counted; reduce 'dim', or "
               "split the device");
  return false;
}

/// Fills Text; a mistake is noted where the file is no text.
bool DeviceXml::decode() {
  StringRef Raw = Buffer.getBuffer();
  ArrayRef<char> Bytes(Raw.data(), Raw.size());
  if (Raw.size() > MaxBytes) {
    mistakeAt(0, "the file is larger than " + Twine(MaxBytes >> 20) +
                     " MB, and no device description is");
    return false;
  }
  if (hasUTF16ByteOrderMark(Bytes)) {
    if (convertUTF16ToUTF8String(Bytes, Text))
      return true;
    mistakeAt(0, "the file is damaged UTF-16; save it as UTF-8");
    return false;
  }
  Raw.consume_front("\xEF\xBB\xBF");
  Text = Raw.str();
  size_t Zero = Raw.find('\0');
  if (Zero == StringRef::npos)
    return true;
  mistakeAt(Zero, "a zero byte: the file is no text, or is UTF-16 without a "
                  "byte order mark; save it as UTF-8");
  return false;
}

/// Notes what is well-formed but no device description.
bool DeviceXml::checkTree(pugi::xml_node Root) {
  for (pugi::xml_node N : Document.children()) {
    if (N.type() == pugi::node_doctype) {
      size_t Declaration = StringRef(Text).find("<!DOCTYPE");
      mistakeAt(Declaration == StringRef::npos ? 0 : Declaration,
                "a document type declaration; device descriptions have none, "
                "and entities are not expanded: remove it");
      return false;
    }
    if (N.type() == pugi::node_element && N != Root) {
      mistake(N, "a second root element '<" + Twine(N.name()) + ">'");
      return false;
    }
  }
  if (StringRef(Root.name()) == "device")
    return true;
  mistake(Root, "expected the root element '<device>' of a CMSIS-SVD "
                "description, not '<" +
                    Twine(Root.name()) + ">'");
  return false;
}

pugi::xml_node DeviceXml::parse() {
  if (!decode())
    return {};
  if (StringRef(Text).trim().empty()) {
    mistakeAt(0, "the file is empty; expected a CMSIS-SVD description");
    return {};
  }
  pugi::xml_parse_result Result = Document.load_buffer(
      Text.data(), Text.size(), pugi::parse_default | pugi::parse_doctype,
      pugi::encoding_utf8);
  if (!Result) {
    std::string Why = StringRef(Result.description()).lower();
    size_t Offset = static_cast<size_t>(std::max<ptrdiff_t>(0, Result.offset));
    bool AtEnd = StringRef(Text)
                     .drop_front(std::min(Offset, Text.size()))
                     .trim()
                     .size() <= 1;
    mistakeAt(Offset,
              "not well-formed XML: " + Why +
                  (AtEnd ? "; the file ends here: is it complete?" : ""));
    return {};
  }
  pugi::xml_node Root = Document.document_element();
  return checkTree(Root) ? Root : pugi::xml_node();
}

} // namespace warrant
