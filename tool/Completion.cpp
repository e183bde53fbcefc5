//===- Completion.cpp - Completions for shells ----------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandSummary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace warrant {
namespace {

/// What a value is, by the word that stands for it in the help.
enum class ValueKind { None, Words, File, Folder, Revision, Other };

ValueKind kindOf(const OptionSummary &Option) {
  if (!Option.TakesNext)
    return ValueKind::None;
  if (!Option.Words.empty())
    return ValueKind::Words;
  return StringSwitch<ValueKind>(Option.Value)
      .Case("DIR", ValueKind::Folder)
      .Case("REV", ValueKind::Revision)
      .Cases("FILE", "PATH", "OLD", "NEW", "WHAT", ValueKind::File)
      .Default(ValueKind::Other);
}

bool isArgument(const OptionSummary &Option) { return Option.Names.empty(); }

//===----------------------------------------------------------------------===//
// bash
//===----------------------------------------------------------------------===//

/// The call that completes a value.
std::string bashAction(const OptionSummary &Option) {
  switch (kindOf(Option)) {
  case ValueKind::Words:
    return (Option.TakesList ? "_warrant_list '" : "_warrant_words '") +
           join(Option.Words, " ") + "'";
  case ValueKind::Folder:
    return "_warrant_files -d";
  case ValueKind::Revision:
    return "_warrant_words \"$(git for-each-ref --format='%(refname:short)' "
           "2>/dev/null) HEAD\"";
  case ValueKind::File:
    return "_warrant_files -f";
  case ValueKind::None:
  case ValueKind::Other:
    break;
  }
  return ":";
}

constexpr StringLiteral BashHead =
    R"(# bash completion for warrant, printed by 'warrant completion bash'.

_warrant_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur"); }
_warrant_list() {
  local head=
  [[ $cur == *,* ]] && head=${cur%,*},
  mapfile -t COMPREPLY < <(compgen -P "$head" -W "$1" -- "${cur##*,}")
  compopt -o nospace 2>/dev/null
}
_warrant_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen "$1" -- "$cur")
}

_warrant() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
  local command='' word
  COMPREPLY=()
  # Readline takes '=' for a word of its own.
  if [[ $cur == = ]]; then
    cur=
  elif [[ $prev == = ]]; then
    prev=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    # What follows are a compiler's flags.
    [[ $word == -- ]] && return
    [[ $command || $word == -* ]] || command=$word
  done
  case $command:$prev in
)";

void writeBashValues(const CommandSummary &Command, raw_ostream &OS) {
  for (const OptionSummary &Option : Command.Options) {
    if (isArgument(Option) || kindOf(Option) == ValueKind::None)
      continue;
    ListSeparator Or("|");
    OS << "  ";
    for (const std::string &Name : Option.Names)
      OS << Or << Command.Name << ":" << Name;
    OS << ") " << bashAction(Option) << "; return ;;\n";
  }
}

/// What stands at the place of an argument, or an option.
void writeBashCommand(const CommandSummary &Command, raw_ostream &OS) {
  std::string Names;
  for (const OptionSummary &Option : Command.Options)
    for (const std::string &Name : Option.Names)
      Names += (Names.empty() ? "" : " ") + Name;
  OS << "  " << (Command.Name.empty() ? "''" : Command.Name)
     << ")\n    if [[ $cur == -* ]]; then _warrant_words '" << Names
     << "'; return; fi\n";
  auto Argument = find_if(Command.Options, isArgument);
  if (Argument != Command.Options.end())
    OS << "    " << bashAction(*Argument) << "\n";
}

} // namespace

std::string bashCompletion(ArrayRef<CommandSummary> All) {
  std::string Text;
  raw_string_ostream OS(Text);
  OS << BashHead;
  for (const CommandSummary &Command : All)
    writeBashValues(Command, OS);
  OS << "  esac\n  case $command in\n";
  for (const CommandSummary &Command : All) {
    writeBashCommand(Command, OS);
    if (Command.Name.empty()) {
      std::vector<std::string> Names;
      for (const CommandSummary &Each : All.drop_front())
        Names.push_back(Each.Name);
      OS << "    _warrant_words '" << join(Names, " ") << "'\n";
    }
    OS << "    ;;\n";
  }
  OS << "  esac\n}\ncomplete -F _warrant warrant\n";
  return Text;
}

//===----------------------------------------------------------------------===//
// zsh
//===----------------------------------------------------------------------===//

namespace {

/// \p Text within single quotes, where _arguments reads brackets and colons.
std::string zshText(StringRef Text) {
  std::string Result;
  for (char C : Text) {
    if (C == '\'')
      Result += "'\\''";
    else if (is_contained(StringRef("[]:\\"), C))
      (Result += '\\') += C;
    else
      Result += C;
  }
  return Result;
}

std::string zshAction(const OptionSummary &Option) {
  const std::string Head = ":" + zshText(Option.Value) + ":";
  switch (kindOf(Option)) {
  case ValueKind::Words:
    return Head + (Option.TakesList
                       ? "_values -s , word " + join(Option.Words, " ")
                       : "(" + join(Option.Words, " ") + ")");
  case ValueKind::Folder:
    return Head + "_files -/";
  case ValueKind::Revision:
    return Head + "_warrant_revisions";
  case ValueKind::File:
    return Head + "_files";
  case ValueKind::Other:
    return Head;
  case ValueKind::None:
    break;
  }
  return {};
}

void writeZshOption(const OptionSummary &Option, raw_ostream &OS) {
  if (isArgument(Option)) {
    OS << "      '*" << zshAction(Option) << "'\n";
    return;
  }
  const bool TakesValue = kindOf(Option) != ValueKind::None;
  for (StringRef Name : Option.Names) {
    StringRef Joint = !TakesValue ? "" : Name.starts_with("--") ? "=" : "+";
    OS << "      '*" << Name << Joint << "[" << zshText(Option.Help) << "]"
       << zshAction(Option) << "'\n";
  }
}

constexpr StringLiteral ZshHead = R"zsh(#compdef warrant
# zsh completion for warrant, printed by 'warrant completion zsh'.

_warrant_revisions() {
  local -a names
  local format='%(refname:short)'
  names=(HEAD ${(f)"$(git for-each-ref --format=$format 2>/dev/null)"})
  compadd -a names
}

_warrant() {
  local curcontext=$curcontext state line
  local -a options commands
  typeset -A opt_args
)zsh";

} // namespace

std::string zshCompletion(ArrayRef<CommandSummary> All) {
  std::string Text;
  raw_string_ostream OS(Text);
  OS << ZshHead << "  commands=(\n";
  for (const CommandSummary &Command : All.drop_front())
    OS << "    '" << Command.Name << ":" << zshText(Command.Help) << "'\n";
  OS << "  )\n  options=(\n";
  for (const OptionSummary &Option : All.front().Options)
    writeZshOption(Option, OS);
  OS << "  )\n  _arguments -C $options '1:command:->command' "
        "'*::argument:->argument'\n"
        "  case $state in\n"
        "  command) _describe command commands ;;\n"
        "  argument)\n    case $words[1] in\n";
  for (const CommandSummary &Command : All.drop_front()) {
    OS << "    " << Command.Name << ") options=(\n";
    for (const OptionSummary &Option : Command.Options)
      writeZshOption(Option, OS);
    OS << "      ) ;;\n";
  }
  OS << "    esac\n    _arguments -S $options ;;\n  esac\n}\n\n"
        "if [[ $funcstack[1] == _warrant ]]; then\n  _warrant \"$@\"\n"
        "else\n  compdef _warrant warrant\nfi\n";
  return Text;
}

} // namespace warrant
