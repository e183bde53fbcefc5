//===- Messages.h - Which request is being handled --------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM's transport tells a handler what was asked, but not under which id, and
// `$/cancelRequest` names nothing else. So what comes in is handed on to the
// transport a message at a time: the one handed on last is being handled.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_LSP_MESSAGES_H
#define WARRANT_LSP_MESSAGES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/JSON.h"
#include <optional>
#include <string>

namespace warrant {

/// See the file comment. Bytes that are no message are handed on as they are.
class Messages {
public:
  void add(llvm::StringRef Bytes);
  /// Moves bytes that belong together into \p Into; 0: there have to be more.
  size_t take(llvm::MutableArrayRef<char> Into);

  /// The id of the request that was handed on last; of a notification none.
  const std::optional<llvm::json::Value> &id() const { return Id; }
  /// What it asks for.
  llvm::StringRef method() const { return Method; }

private:
  size_t sizeOfLine();
  void endHeader();
  void endBody();

  std::string Pending; ///< not handed on yet
  size_t Length = 0;   ///< that the header at hand announces
  size_t Left = 0;     ///< of the body at hand
  std::string Body;    ///< the same, unless it is large
  std::optional<llvm::json::Value> Id;
  std::string Method;
};

} // namespace warrant

#endif // WARRANT_LSP_MESSAGES_H
