//===- BoundaryDocsErrors.cpp - Which words tell how errors are reported --===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// "NULL if", "an error" and "failed" stand in the documentation of many a
// function that has no errors: "0 on false", "or NULL if none was configured",
// "sets an error handler". They tell how errors are reported only where the
// words around them do. In doubt they tell nothing.
//
//===----------------------------------------------------------------------===//

#include "BoundaryDocsWords.h"

using llvm::StringRef;

namespace warrant {
namespace {

/// Whether \p Lower says that something went wrong, or well.
bool tellsOutcome(StringRef Lower) {
  return hasAny(Lower,
                {"error",       "errors",        "errno",         "fail",
                 "fails",       "failed",        "failure",       "failures",
                 "exception",   "success",       "successful",    "succeeds",
                 "succeeded",   "invalid",       "illegal",       "malformed",
                 "corrupt",     "corrupted",     "out of memory", "no memory",
                 "not enough",  "not found",     "not be found",  "cannot",
                 "can't",       "could not",     "couldn't",      "unable",
                 "unsupported", "not supported", "is null",       "are null",
                 "== null",     "not valid"});
}

/// Whether \p Clause is a condition: "if it fails".
bool isCondition(StringRef Clause) {
  Clause = Clause.ltrim();
  for (StringRef Word : {"if ", "when ", "on ", "upon ", "in case ", "unless "})
    if (Clause.starts_with(Word))
      return true;
  return false;
}

/// Whether the clause speaks of what others do: of a handler's calls, of a
/// question that is answered, of an earlier call.
bool isOfOthers(StringRef Clause) {
  return hasAny(Clause, {"called", "invoked", "handler", "handlers", "callback",
                         "callbacks", "true if", "true when", "whether", "last",
                         "previous", "earlier", "latest"});
}

/// "NULL if", "0 on", "returns -1": a value, told with its case.
bool isValue(StringRef Words) {
  return isOneOf(Words,
                 {"returns null", "return null", "null if", "null on",
                  "null is returned", "false on", "returns nonzero",
                  "returns non-zero", "non-zero on", "nonzero on",
                  "non-zero if", "nonzero if", "zero on", "0 on", "-1 on",
                  "-1 if", "-1 is returned", "returns -1", "return -1"});
}

bool tellsOfValue(llvm::ArrayRef<Clause> Clauses, size_t I, StringRef Words,
                  size_t At) {
  StringRef Tail = StringRef(Clauses[I].Lower).drop_front(At + Words.size());
  if (Words.ends_with(" on")) {
    std::vector<StringRef> Near = wordsOf(Tail);
    if (Near.empty() || isOneOf(Near[0], {"true", "false", "empty", "unset"}))
      return false;
    StringRef Last = Near[std::min<size_t>(Near.size(), 4) - 1];
    return tellsOutcome(Tail.take_front(Last.end() - Tail.begin()));
  }
  if (tellsOutcome(Tail))
    return !isOfOthers(Tail);
  auto IsBad = [&](size_t J) {
    StringRef Other = Clauses[J].Lower;
    return Clauses[J].Sentence == Clauses[I].Sentence && isCondition(Other) &&
           tellsOutcome(Other) && !isOfOthers(Other);
  };
  bool Bare = wordsOf(Tail).empty();
  return Bare &&
         ((I > 0 && IsBad(I - 1)) || (I + 1 < Clauses.size() && IsBad(I + 1)));
}

/// "An error", "the error code": told where it is returned or set.
bool tellsOfNoun(StringRef Clause, StringRef Words, size_t At) {
  std::vector<StringRef> Before = wordsOf(Clause.take_front(At));
  std::vector<StringRef> Behind = wordsOf(Clause.drop_front(At + Words.size()));
  auto Is = [](llvm::ArrayRef<StringRef> List, size_t N,
               std::initializer_list<StringRef> Of) {
    return N < List.size() && isOneOf(List[N], Of);
  };
  std::reverse(Before.begin(), Before.end());
  size_t Skip = Is(Behind, 0, {"code", "message", "number", "value"});
  if (Is(Behind, Skip, {"is", "are", "gets"}) || Is(Behind, Skip, {"will"}))
    for (size_t N = Skip + 1; N < Skip + 4; ++N)
      if (Is(Behind, N,
             {"returned", "reported", "raised", "thrown", "set", "stored",
              "signaled", "signalled"}))
        return true;
  // "Returns an error message for a number": what the function is about.
  if (Is(Behind, 0, {"message", "string", "handler", "object", "number"}) ||
      Words.ends_with("message") || Words.ends_with("string") ||
      Words.ends_with("number") || Is(Behind, Skip, {"of", "for", "from"}))
    return false;
  size_t Verb = Is(Before, 0, {"a", "an", "any", "negative", "nonzero"});
  Verb += Verb && Is(Before, Verb, {"a", "an"});
  if (Is(Before, Verb,
         {"returns", "return", "returned", "raises", "reports", "throws"}))
    return true;
  return Is(Before, Verb, {"or", "else"}) &&
         returnIn(Clause) != StringRef::npos;
}

/// "Sets errno", "errno is set", not a function that is about it.
bool tellsOfErrno(StringRef Clause, StringRef Words, size_t At) {
  std::vector<StringRef> Before = wordsOf(Clause.take_front(At));
  StringRef Behind = Clause.drop_front(At + Words.size()).ltrim("` '\"");
  bool Sets = !Before.empty() &&
              isOneOf(Before.back(), {"sets", "setting", "set", "with"});
  if (Sets)
    return Before.size() > 1 || tellsOutcome(Behind);
  return Behind.starts_with("is set") || Behind.starts_with("will be set") ||
         Behind.starts_with("is also set") || Behind.starts_with("indicates") ||
         Behind.starts_with("= ");
}

/// "If it fails", with what happens then.
bool tellsOfFailure(llvm::ArrayRef<Clause> Clauses, size_t I, size_t At) {
  StringRef Clause = Clauses[I].Lower;
  std::vector<StringRef> Before = wordsOf(Clause.take_front(At));
  bool Case = false;
  for (size_t N = Before.size(); N > 0 && Before.size() - N < 5; --N)
    Case |= isOneOf(Before[N - 1], {"if", "when", "on", "upon", "case",
                                    "indicates", "means", "unless"});
  auto Reports = [&](size_t J) {
    StringRef Other = Clauses[J].Lower;
    return Clauses[J].Sentence == Clauses[I].Sentence && !isOfOthers(Other) &&
           hasAny(Other, {"return", "returns", "returned", "null", "-1",
                          "nonzero", "non-zero", "negative", "false", "errno"});
  };
  if (!Case)
    return false;
  return Reports(I) ||
         (isCondition(Clause) && I + 1 < Clauses.size() && Reports(I + 1));
}

/// Whether what stands at \p At tells when something is called.
bool isOfCall(llvm::ArrayRef<Clause> Clauses, size_t I, size_t At) {
  StringRef Before = StringRef(Clauses[I].Lower).take_front(At);
  if (returnIn(Before) != StringRef::npos)
    return false;
  auto Calls = [](StringRef Lower) {
    return hasAny(Lower, {"called", "invoked", "handler", "callback"});
  };
  for (size_t J = I; J > 0 && Clauses[J - 1].Sentence == Clauses[I].Sentence;
       --J)
    if (Calls(Clauses[J - 1].Lower))
      return true;
  return Calls(Clauses[I].Lower);
}

} // namespace

bool tellsErrors(llvm::ArrayRef<Clause> Clauses, size_t I, StringRef Words,
                 size_t At) {
  StringRef Clause = Clauses[I].Lower;
  if (isValue(Words))
    return tellsOfValue(Clauses, I, Words, At);
  if (Words == "errno")
    return tellsOfErrno(Clause, Words, At);
  if (isOneOf(Words, {"fails", "failed", "failure"}))
    return !isOfOthers(Clause) && tellsOfFailure(Clauses, I, At);
  if (isOneOf(Words, {"an error", "an exception", "error code", "error message",
                      "errors are", "error number", "error string",
                      "result code", "return code", "status code"}))
    return !isOfOthers(Clause) && tellsOfNoun(Clause, Words, At);
  if (isOneOf(Words, {"is raised", "aborts"}))
    return tellsOutcome(Clause) ||
           hasAny(Clause, {"aborts if", "aborts when", "aborts on",
                           "aborts the process", "aborts the program"});
  if (isOneOf(Words, {"on error", "on failure", "on exception", "on success",
                      "upon success", "if successful", "if success",
                      "in case of success", "for success"}))
    return !isOfCall(Clauses, I, At);
  return true;
}

} // namespace warrant
