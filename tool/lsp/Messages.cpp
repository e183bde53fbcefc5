//===- Messages.cpp - Which request is being handled ----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Messages.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace warrant {

/// Texts are larger than that, and come in notifications, which have no id.
static constexpr size_t LargestRequest = 64 << 10;
/// What the transport takes.
static constexpr size_t LargestBody = 1 << 30;

void Messages::add(StringRef Bytes) { Pending += Bytes; }

/// Of the header's line that Pending begins with, or 0.
size_t Messages::sizeOfLine() {
  const size_t End = Pending.find('\n');
  if (End != std::string::npos)
    return End + 1;
  // Not a header.
  return Pending.size() > LargestRequest ? Pending.size() : 0;
}

/// The transport reads a body of the length that was announced last, if that
/// is one.
void Messages::endHeader() {
  Left = Length <= LargestBody ? Length : 0;
  Length = 0;
  Body.clear();
  Id.reset();
  Method.clear();
}

void Messages::endBody() {
  Expected<json::Value> Message = json::parse(Body);
  if (!Message)
    return consumeError(Message.takeError()); // the transport says it
  const json::Object *Object = Message->getAsObject();
  if (!Object)
    return;
  if (const json::Value *Given = Object->get("id"))
    Id = *Given;
  Method = Object->getString("method").value_or("").str();
}

size_t Messages::take(MutableArrayRef<char> Into) {
  const bool IsBody = Left != 0;
  size_t Size = std::min(IsBody ? std::min(Left, Pending.size()) : sizeOfLine(),
                         Into.size());
  const StringRef Part = StringRef(Pending).take_front(Size);
  if (IsBody) {
    Left -= Size;
    if (Body.size() + Size + Left <= LargestRequest)
      Body += Part;
    if (Size && !Left)
      endBody();
  } else if (StringRef Line = Part.trim();
             Line.consume_front("Content-Length: ")) {
    if (Line.trim().getAsInteger(0, Length))
      Length = 0;
  } else if (Size && Line.empty()) {
    endHeader();
  }
  copy(Part, Into.begin());
  Pending.erase(0, Size);
  return Size;
}

} // namespace warrant
