//===- Manual.cpp - Manual pages ------------------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandSummary.h"
#include "warrant/CheckInfo.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace warrant {
namespace {

/// \p Text as roff shows it: a plain `-` is a hyphen there, and what begins a
/// line with a dot or a quote is a command.
std::string roff(StringRef Text) {
  std::string Result;
  for (auto [N, C] : enumerate(Text)) {
    const bool AtStart = N == 0 || Text[N - 1] == '\n';
    if (AtStart && (C == '.' || C == '\''))
      Result += "\\&";
    if (C == '\\')
      Result += "\\e";
    else if (C == '-')
      Result += "\\-";
    else
      Result += C;
  }
  return Result;
}

void writeOption(const OptionSummary &Option, raw_ostream &OS) {
  OS << ".TP\n";
  std::vector<std::string> Names;
  for (const std::string &Name : Option.Names)
    Names.push_back("\\fB" + roff(Name) + "\\fR");
  OS << join(Names, ", ");
  if (!Option.Value.empty() && !Option.TakesNext)
    OS << "[=\\fI" << roff(Option.Value) << "\\fR]";
  else if (!Option.Value.empty())
    OS << (Names.empty() ? "" : " ") << "\\fI" << roff(Option.Value) << "\\fR";
  OS << "\n" << roff(Option.Help) << "\n";
}

/// The footer of `--help`: examples, and what else there is to say.
void writeFooter(StringRef Footer, raw_ostream &OS) {
  if (Footer.empty())
    return;
  StringRef Title = Footer.split('\n').first;
  const bool HasTitle = Title.consume_back(":");
  OS << ".SH " << (HasTitle ? Title.upper() : "NOTES") << "\n.nf\n"
     << roff((HasTitle ? Footer.split('\n').second : Footer).rtrim())
     << "\n.fi\n";
}

void writeOptions(const CommandSummary &Command, raw_ostream &OS) {
  auto IsArgument = [](const OptionSummary &O) { return O.Names.empty(); };
  if (any_of(Command.Options, IsArgument))
    OS << ".SH ARGUMENTS\n";
  for (const OptionSummary &Option :
       make_filter_range(Command.Options, IsArgument))
    writeOption(Option, OS);
  OS << ".SH OPTIONS\n";
  for (const OptionSummary &Option : Command.Options)
    if (!IsArgument(Option))
      writeOption(Option, OS);
}

void writeChecks(raw_ostream &OS) {
  OS << ".SH CHECKS\nThose in brackets are off by default.\n";
  for (const CheckInfo *Check : allChecks()) {
    OS << ".TP\n\\fB"
       << roff(Check->OnByDefault ? Check->Name.str()
                                  : "[" + Check->Name.str() + "]")
       << "\\fR\n"
       << roff(Check->Summary) << "\n";
  }
}

constexpr StringLiteral Files = R"(.SH FILES
.TP
\fI.warrant.yaml\fR
The project's configuration. \fBwarrant config \-\-schema\fR prints what it
may hold.
.TP
\fI.warrant\-baseline\fR
The findings that the project lives with for now.
.SH ENVIRONMENT
.TP
\fBWARRANT_CACHE_DIR\fR
Where results are kept from run to run; empty: nowhere.
.TP
\fBNO_COLOR\fR
Not empty: the text has no colours.
)";

void writeTop(ArrayRef<CommandSummary> All, raw_ostream &OS) {
  OS << ".SH COMMANDS\n";
  for (const CommandSummary &Command : All.drop_front())
    OS << ".TP\n\\fB" << roff(Command.Name) << "\\fR\n"
       << roff(Command.Help) << "\n";
  writeOptions(All.front(), OS);
  writeChecks(OS);
  writeFooter(All.front().Footer, OS);
  OS << Files << ".SH SEE ALSO\n";
  ListSeparator Comma(",\n");
  for (const CommandSummary &Command : All.drop_front())
    OS << Comma << "\\fBwarrant\\-" << roff(Command.Name) << "\\fR(1)";
  OS << "\n";
}

} // namespace

std::string manualPage(ArrayRef<CommandSummary> All, StringRef Name) {
  const auto *Command =
      find_if(All, [&](const CommandSummary &C) { return C.Name == Name; });
  std::string Text;
  if (Command == All.end())
    return Text;
  raw_string_ostream OS(Text);
  const std::string Page = Name.empty() ? "warrant" : "warrant-" + Name.str();
  OS << ".TH " << roff(StringRef(Page).upper())
     << " 1 \"\" \"warrant " WARRANT_VERSION "\" \"User Commands\"\n.SH NAME\n"
     << roff(Page) << " \\- "
     << (Name.empty() ? "audit the raw memory operations of C and C++"
                      : roff(Command->Help))
     << "\n.SH SYNOPSIS\n\\fBwarrant "
     << (Name.empty() ? "\\fICOMMAND" : roff(Name))
     << "\\fR [\\fIOPTION\\fR]...";
  for (const OptionSummary &Option : Command->Options)
    if (Option.Names.empty())
      OS << (Option.IsRequired ? " \\fI" : " [\\fI") << roff(Option.Value)
         << (Option.IsRequired ? "\\fR" : "\\fR]...");
  OS << "\n.SH DESCRIPTION\n"
     << roff(StringRef(Command->Help).rtrim('.')) << ".\n";
  if (Name.empty()) {
    writeTop(All, OS);
    return Text;
  }
  writeOptions(*Command, OS);
  writeFooter(Command->Footer, OS);
  OS << ".SH SEE ALSO\n\\fBwarrant\\fR(1)\n";
  return Text;
}

} // namespace warrant
