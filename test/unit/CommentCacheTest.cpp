//===- CommentCacheTest.cpp - What is kept of comments is never stale -----===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/support/CommentCache.h"
#include "gtest/gtest.h"
#include <thread>

using namespace warrant;

namespace {

/// The first SAFETY text that \p Kept knows of such a file, or nothing.
std::string ask(CommentCache &Kept, llvm::StringRef File, llvm::StringRef Text,
                const Config &C = {}, bool RawStrings = true) {
  CommentIndex Found =
      Kept.comments(File, Text, C, configDigest(C), ScanOptions{RawStrings});
  EXPECT_EQ(Found.text(), Text);
  std::vector<SafetyText> Texts = Found.texts();
  return Texts.empty() ? "" : Texts.front().Text;
}

TEST(CommentCache, KnowsATextAgain) {
  CommentCache Kept;
  const std::string Text = "// SAFETY: one.\n";
  auto Ask = [&] { return Kept.comments("h.h", Text, {}, "digest", {}); };
  EXPECT_EQ(Ask().text().data(), Ask().text().data());
}

TEST(CommentCache, FollowsTheText) {
  CommentCache Kept;
  EXPECT_EQ(ask(Kept, "h.h", "// SAFETY: one.\n"), "one.");
  EXPECT_EQ(ask(Kept, "h.h", "// SAFETY: two.\n"), "two.");
  EXPECT_EQ(ask(Kept, "h.h", "// Nothing now.\n"), "");
  EXPECT_EQ(ask(Kept, "h.h", "// SAFETY: one.\n"), "one.");
}

TEST(CommentCache, KeepsFilesApart) {
  CommentCache Kept;
  EXPECT_EQ(ask(Kept, "a.h", "// SAFETY: one.\n"), "one.");
  EXPECT_EQ(ask(Kept, "b.h", "// SAFETY: two.\n"), "two.");
  EXPECT_EQ(ask(Kept, "a.h", "// SAFETY: one.\n"), "one.");
}

TEST(CommentCache, FollowsTheConfiguration) {
  CommentCache Kept;
  const std::string Text = "// WHY: it is below n.\n";
  Config Marked;
  Marked.Markers = {"WHY"};
  EXPECT_EQ(ask(Kept, "h.h", Text), "");
  EXPECT_EQ(ask(Kept, "h.h", Text, Marked), "it is below n.");
  EXPECT_EQ(ask(Kept, "h.h", Text), "");
}

TEST(CommentCache, FollowsTheLanguage) {
  CommentCache Kept;
  const std::string Text = "x R\"(\n// SAFETY: one.\n)\";\n";
  EXPECT_EQ(ask(Kept, "h.h", Text, {}, /*RawStrings=*/true), "");
  EXPECT_EQ(ask(Kept, "h.h", Text, {}, /*RawStrings=*/false), "one.");
}

TEST(CommentCache, ForgetsRatherThanGrows) {
  CommentCache Kept;
  const std::string Huge(5 << 20, '\n');
  EXPECT_EQ(ask(Kept, "a.h", "// SAFETY: one.\n" + Huge), "one.");
  EXPECT_EQ(ask(Kept, "b.h", "// SAFETY: two.\n" + Huge), "two.");
  EXPECT_EQ(ask(Kept, "c.h", "// SAFETY: three.\n" + Huge + Huge), "three.");
  EXPECT_EQ(ask(Kept, "a.h", "// SAFETY: one.\n" + Huge), "one.");
}

TEST(CommentCache, AnswersSeveralThreads) {
  CommentCache Kept;
  auto Ask = [&](llvm::StringRef Said) {
    for (unsigned N = 0; N != 200; ++N)
      EXPECT_EQ(ask(Kept, "h.h", ("// SAFETY: " + Said + "\n").str()), Said);
  };
  std::thread Other(Ask, "one.");
  Ask("two.");
  Other.join();
}

} // namespace
