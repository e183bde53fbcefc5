//===- CommentWords.h - The words of a comment ------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How the text of a comment is cut, for the files that read what it says and
// for nobody else.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_COMMENTWORDS_H
#define WARRANT_CHECKS_SUPPORT_COMMENTWORDS_H

#include "warrant/SafetyComments.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace warrant {

/// A letter, a digit, an underscore, or a byte of a character beyond ASCII.
bool isWordByte(char C);

/// ASCII quotes, dots and signs for the typographic ones.
std::string withPlainSigns(llvm::StringRef Text);

/// The words of \p Text, without the signs between them.
std::vector<llvm::StringRef> wordsOf(llvm::StringRef Text);

/// Whether \p Word, in lower case, adds nothing to a text.
bool isFiller(llvm::StringRef Word);

/// \p Text, in lower case, without fillers and punctuation.
std::string gist(llvm::StringRef Text);

/// Whether a text that begins with \p FirstWord is still to be written.
bool beginsWithPlaceholder(llvm::StringRef FirstWord);

/// Where \p Phrase stands in \p Text as words of their own, or npos.
size_t findPhrase(llvm::StringRef Text, llvm::StringRef Phrase,
                  size_t From = 0);

/// What claims something or not as a whole: sentences are parted by `, ` into
/// clauses.
struct Clause {
  std::string Text;  ///< as written, with plain signs
  std::string Lower; ///< the same in lower case
  unsigned Sentence = 0;
  bool Asked = false; ///< its sentence is a question
};

/// The clauses of \p Text in their order; `;` and `but` end a sentence too. A
/// dot inside a word ends nothing.
std::vector<Clause> clausesOf(llvm::StringRef Text);

/// How a phrase answers its property.
enum class Voice : uint8_t {
  Said,   ///< where it isn't denied
  Either, ///< denied or not: "overflow is checked", "cannot overflow"
  Denied  ///< only where it is denied: "never out of range"
};

/// Words, in lower case, that answer a property.
struct ClaimPhrase {
  Property Name;
  llvm::StringRef Words;
  Voice How = Voice::Said;
};

/// Phrases beside those of the lexicon; for some properties instead of them.
struct ClaimPhrases {
  std::vector<ClaimPhrase> Phrases;
  PropertySet Alone;
  /// Whether the words at an offset of a clause say of errors what they seem
  /// to; null: always.
  bool (*TellsErrors)(llvm::ArrayRef<Clause>, size_t Clause,
                      llvm::StringRef Words, size_t At) = nullptr;
};

/// Whether \p Text claims \p P, by the lexicon or by \p Given.
PropertyAnswer claimOf(llvm::StringRef Text, Property P,
                       const ClaimPhrases &Given);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_COMMENTWORDS_H
