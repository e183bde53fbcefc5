//===- BoundaryDocsText.h - Whom a doc comment speaks of --------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads the documentation of a function as its reader would, without Clang: it
// is cut into statements, each with the parameters that it speaks of, or the
// result. What the statements claim is the lexicon's business.
// docs/boundaries.md tells the rules to users.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_BOUNDARYDOCSTEXT_H
#define WARRANT_CHECKS_SUPPORT_BOUNDARYDOCSTEXT_H

#include "CommentWords.h"
#include <optional>
#include <set>

namespace warrant {

/// What a documentation can speak of: a parameter, or the result.
struct DocSubject {
  enum class Shape : uint8_t {
    Value,    ///< neither a pointer nor a number
    Number,   ///< may be the length of something
    Text,     ///< a pointer to characters
    Array,    ///< a pointer to what may be several
    Handle,   ///< a pointer or reference to one object, or to something opaque
    Callback, ///< a pointer to a function
  };
  Shape What = Shape::Value;
  bool IsOut = false; ///< a pointer to a pointer that the function sets
  std::set<std::string> Names; ///< at any declaration; empty for the result
  bool isPointer() const {
    return What != Shape::Value && What != Shape::Number;
  }
  bool hasLength() const { return What == Shape::Text || What == Shape::Array; }
};

/// What is asked of each pointer, and of nothing else.
inline constexpr PropertySet PointerProperties = {
    Property::Null, Property::Bounds, Property::Lifetime, Property::Ownership};

/// A function, as far as its documentation speaks of it.
struct DocFunction {
  std::vector<DocSubject> Parameters;
  DocSubject Result;
};

/// Indices of parameters, or this for the result.
using SubjectSet = std::set<unsigned>;
inline constexpr unsigned ResultSubject = ~0U;

/// A part of a documentation that speaks of one set of subjects.
struct DocStatement {
  std::string Text;
  SubjectSet About = {};  ///< empty: of the function as a whole
  bool Implied = false;   ///< none is named: there is one that it can mean
  bool IsCode = false;    ///< one value that is returned: `\retval -1`
  bool IsLength = false;  ///< said of a number: it answers no more than bounds
  std::string Whole = {}; ///< with the condition that is said of others
  std::string From = {};  ///< where it stands, when that is not the function's
};

/// What \p Lines, a function's documentation, says of whom.
std::vector<DocStatement> readDoc(llvm::StringRef Lines, const DocFunction &F);

/// The same of a comment beside the parameter \p Index.
std::vector<DocStatement> readDocOf(unsigned Index, llvm::StringRef Lines,
                                    const DocFunction &F);

/// What the comment at the head of a file says of every function in it.
std::vector<DocStatement> readHeadComment(llvm::StringRef Lines,
                                          const DocFunction &F);

/// What is said, with the questions that it answers.
class DocAnswers {
public:
  /// \p Strict: what names nobody doesn't count.
  DocAnswers(std::vector<DocStatement> Said, const DocFunction &F, bool Strict);

  /// How \p P is answered: of the subject \p Index, or of the function.
  PropertyAnswer of(Property P, std::optional<unsigned> Index) const;

private:
  bool speaksOf(const DocStatement &S, Property P, unsigned Index) const;

  std::vector<DocStatement> Said;
  const DocFunction &F;
  const bool Strict;
  // Phrases of this text: `len bytes`, `closes a`, `z_data_error`.
  std::set<std::string> Counts, Endings, Codes;
  ClaimPhrases Phrases, OfLengths;
};

//===----------------------------------------------------------------------===//
// Parts, for readDoc() alone
//===----------------------------------------------------------------------===//

/// A part of a documentation under one heading: `@param buf`, `Returns:`.
struct DocPart {
  enum class Kind : uint8_t { Function, Parameter, Result, Code };
  Kind What = Kind::Function;
  SubjectSet Owners; ///< of a Parameter
  std::string Text;
};

/// \p Lines by their headings.
std::vector<DocPart> partsOf(llvm::StringRef Lines, const DocFunction &F);

/// The parameter that is called \p Name.
std::optional<unsigned> parameterNamed(llvm::StringRef Name,
                                       const DocFunction &F);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_BOUNDARYDOCSTEXT_H
