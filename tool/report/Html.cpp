//===- Html.cpp - The report as one HTML file -----------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "warrant/Html.h"
#include "HtmlData.h"
#include "HtmlNotices.h"
#include "llvm/Support/Base64.h"
#include "llvm/Support/SHA256.h"

using namespace warrant;
using llvm::StringLiteral;
using llvm::StringRef;

namespace {

/// The files below tool/report/html and the layout library, by CMake.
constexpr StringLiteral Page =
#include "HtmlPage.html.inc"
    ;
constexpr StringLiteral Style =
#include "HtmlPage.css.inc"
    ;
constexpr StringLiteral Script =
#include "HtmlPage.js.inc"
    ;
/// Empty where the library was not there.
constexpr StringLiteral Layout =
#include "HtmlLayout.js.inc"
    ;
constexpr StringLiteral LayoutLicence =
#include "HtmlLayout.txt.inc"
    ;

/// What a policy calls the inline element that holds \p Text.
std::string digestOf(StringRef Text) {
  llvm::SHA256 Hash;
  Hash.update(Text);
  return "'sha256-" + llvm::encodeBase64(Hash.final()) + "'";
}

/// Nothing is loaded, sent or evaluated, and no script runs but these.
void writePolicy(llvm::raw_ostream &OS) {
  OS << "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
        "'none'; script-src "
     << digestOf(Layout) << ' ' << digestOf(Script) << "; style-src "
     << digestOf(Style)
     << "; img-src data:; base-uri 'none'; form-action 'none'\">\n";
}

} // namespace

bool warrant::hasTreemap() { return !Layout.empty(); }

std::vector<StringRef> warrant::htmlNotices() {
  if (Layout.empty())
    return {};
  return {LayoutLicence};
}

void warrant::addIsland(llvm::raw_ostream &OS, const std::string &Id,
                        llvm::function_ref<void(JsonStream &)> Write) {
  std::string Text;
  llvm::raw_string_ostream To(Text);
  JsonStream J(To);
  J.object([&] { Write(J); });
  OS << "<script type=\"application/json\" id=\"" << Id << "\">";
  // These are in strings only, which have other spellings for them.
  StringRef Rest = Text;
  while (!Rest.empty()) {
    const size_t End = Rest.find_first_of("<\xE2");
    OS << Rest.take_front(End);
    Rest = Rest.substr(std::min(End, Rest.size()));
    if (Rest.consume_front("<"))
      OS << "\\u003c";
    else if (Rest.consume_front("\xE2\x80\xA8"))
      OS << "\\u2028";
    else if (Rest.consume_front("\xE2\x80\xA9"))
      OS << "\\u2029";
    else if (!Rest.empty()) {
      OS << Rest.front();
      Rest = Rest.drop_front();
    }
  }
  OS << "</script>\n";
}

llvm::Error warrant::writeHTML(const Report &R, const Verdict &V,
                               const HtmlOptions &Options,
                               llvm::raw_ostream &OS) {
  OS << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
        "<meta charset=\"utf-8\">\n";
  writePolicy(OS);
  OS << "<meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\">\n"
        "<title>Raw memory report</title>\n"
        "<link rel=\"icon\" href=\"data:,\">\n<style>"
     << Style << "</style>\n</head>\n<body>\n"
     << Page;
  HtmlData(R, V, Options).write(OS);
  if (hasTreemap())
    OS << "<script>" << Layout << "</script>\n";
  OS << "<script>" << Script << "</script>\n</body>\n</html>\n";
  return llvm::Error::success();
}
