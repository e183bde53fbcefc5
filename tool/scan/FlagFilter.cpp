//===- FlagFilter.cpp - Which flags of a command are taken ----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlagFilter.h"
#include "clang/Driver/Options.h"
#include "llvm/Support/Path.h"

using namespace llvm;
namespace options = clang::driver::options;

namespace warrant {

/// What is done with one argument of a command.
enum class Fate : uint8_t {
  Keep,
  Drop,  ///< it does not change what is parsed
  Report ///< left out because Clang can't or mustn't follow it
};

/// Options that make a compiler write, print or load something, or that only
/// concern code generation in a way that can fail here.
static bool changesNothingParsed(const opt::Option &O) {
  for (unsigned Group :
       {options::OPT_W_Group, options::OPT_M_Group, options::OPT_Link_Group,
        options::OPT_pedantic_Group, options::OPT_d_Group,
        options::OPT_Action_Group, options::OPT_StaticAnalyzer_Group})
    if (O.matches(Group))
      return true;
  switch (O.getID()) {
  case options::OPT_o:
  case options::OPT_w:
  case options::OPT_v:
  case options::OPT_H:
  case options::OPT_mllvm: // it sets the state of the whole process
  case options::OPT_P:
  case options::OPT_C:
  case options::OPT_CC:
  case options::OPT_pipe:
  case options::OPT__HASH_HASH_HASH:
  case options::OPT_save_temps:
  case options::OPT_save_temps_EQ:
  case options::OPT__serialize_diags:
  case options::OPT_ftime_trace:
  case options::OPT_ftime_trace_EQ:
  case options::OPT_fprofile_use:
  case options::OPT_fprofile_use_EQ:
  case options::OPT_fprofile_instr_use:
  case options::OPT_fprofile_instr_use_EQ:
  case options::OPT_fprofile_sample_use_EQ:
  case options::OPT_ferror_limit_EQ:
  case options::OPT_Wa_COMMA:
  case options::OPT_Xassembler:
  case options::OPT_include_pch: // its text comes by an -include beside it
    return true;
  default:
    return O.hasFlag(options::LinkerInput);
  }
}

/// A flag that Clang does not know, of those that cannot matter: a warning, or
/// what other compilers print and how they link.
static bool isOthersHarmless(StringRef Flag) {
  static constexpr StringLiteral Prefixes[] = {"-W", "-fdump-", "-fopt-info",
                                               "-fcallgraph-info", "-flto-"};
  return any_of(Prefixes,
                [Flag](StringRef Prefix) { return Flag.starts_with(Prefix); });
}

static Fate fateOf(const opt::Arg &A, StringRef Spelling) {
  const opt::Option &O = A.getOption();
  if (changesNothingParsed(O))
    return Fate::Drop;
  if (O.matches(options::OPT_UNKNOWN))
    return isOthersHarmless(Spelling) ? Fate::Drop : Fate::Report;
  if (O.hasFlag(options::Unsupported))
    return Fate::Report;
  switch (O.getID()) {
  case options::OPT_fplugin_EQ: // these load code
  case options::OPT_fplugin_arg:
  case options::OPT_fpass_plugin_EQ:
    return Fate::Report;
  default:
    return Fate::Keep;
  }
}

void FlagFilter::keep(const opt::Arg &A) {
  opt::ArgStringList Strings;
  A.render(Args, Strings);
  Result.Arguments.insert(Result.Arguments.end(), Strings.begin(),
                          Strings.end());
}

/// Options of the preprocessor whose value is a word of its own.
static bool takesWord(StringRef Flag) {
  static constexpr StringLiteral Flags[] = {"-D",       "-U",        "-I",
                                            "-include", "-imacros",  "-isystem",
                                            "-iquote",  "-idirafter"};
  return is_contained(Flags, Flag);
}

/// What reaches the preprocessor past the driver: -Wp,-D_FORTIFY_SOURCE=2.
void FlagFilter::takePreprocessor(StringRef Value) {
  if (!Pending.empty()) {
    Result.Arguments.insert(Result.Arguments.end(), {Pending, Value.str()});
    Pending.clear();
  } else if (takesWord(Value)) {
    Pending = Value.str();
  } else if (Value.starts_with("-D") || Value.starts_with("-U") ||
             Value.starts_with("-I")) {
    Result.Arguments.push_back(Value.str());
  }
}

/// What the driver takes just so: macros, folders and files to include.
static bool isForPreprocessor(const opt::Option &O) {
  return O.hasVisibilityFlag(options::ClangOption) &&
         (O.matches(options::OPT_Preprocessor_Group) ||
          O.matches(options::OPT_I_Group) ||
          O.matches(options::OPT_clang_i_Group));
}

/// Whether Clang's frontend is told \p A, too, where the command says so.
static bool isForFrontend(const opt::Arg &A) {
  const opt::Option &O = A.getOption();
  if (A.getSpelling().starts_with("-f") && !O.matches(options::OPT_UNKNOWN))
    return true;
  if (isForPreprocessor(O) || O.matches(options::OPT_m_Group))
    return true;
  switch (O.getID()) {
  case options::OPT_target_cpu:
  case options::OPT_target_feature:
  case options::OPT_std_EQ:
    return true;
  default:
    return false;
  }
}

void FlagFilter::takeForFrontend(const opt::Arg &A,
                                 const opt::InputArgList &Frontend) {
  std::string Spelling = A.getAsString(Frontend);
  // CMake names a precompiled header and its text in this way; the text is
  // enough.
  if (A.getOption().matches(options::OPT_include_pch))
    return;
  if (StringRef(Spelling).starts_with("-fmodule") || !isForFrontend(A)) {
    Result.Dropped.push_back("-Xclang " + Spelling);
    return;
  }
  opt::ArgStringList Strings;
  A.render(Frontend, Strings);
  for (const char *String : Strings) {
    if (!isForPreprocessor(A.getOption()))
      Result.Arguments.push_back("-Xclang");
    Result.Arguments.push_back(String);
  }
}

/// What reaches the frontend past the driver.
void FlagFilter::takeFrontend() {
  unsigned MissingIndex = 0, MissingCount = 0;
  opt::InputArgList Frontend = clang::driver::getDriverOptTable().ParseArgs(
      ForFrontend, MissingIndex, MissingCount,
      opt::Visibility(options::CC1Option));
  for (const opt::Arg *A : Frontend)
    takeForFrontend(*A, Frontend);
}

/// Takes what is more than to be kept or left out; true where \p A was that.
bool FlagFilter::takeSpecial(const opt::Arg &A) {
  switch (A.getOption().getID()) {
  case options::OPT_x:
    Language = A.getValue();
    return true;
  case options::OPT_Wp_COMMA:
  case options::OPT_Xpreprocessor:
    for (StringRef Value : A.getValues())
      takePreprocessor(Value);
    return true;
  case options::OPT_Xclang:
    ForFrontend.push_back(A.getValue());
    return true;
  case options::OPT__SLASH_Tc: // they hold the file's name, too
    Result.Arguments.push_back("/TC");
    return true;
  case options::OPT__SLASH_Tp:
    Result.Arguments.push_back("/TP");
    return true;
  case options::OPT_arch: // one parse is for one of them
    if (!std::exchange(HasArchitecture, true))
      return false;
    Result.Dropped.push_back(A.getAsString(Args));
    return true;
  default:
    return false;
  }
}

static bool isAboutModules(StringRef Flag) {
  static constexpr StringLiteral Prefixes[] = {"-fmodule", "-fprebuilt-module",
                                               "-fcxx-modules", "-fdeps-"};
  return any_of(Prefixes,
                [Flag](StringRef Prefix) { return Flag.starts_with(Prefix); });
}

void FlagFilter::take(const opt::Arg &A) {
  std::string Spelling = A.getAsString(Args);
  if (isAboutModules(Spelling)) {
    Modules = true;
    return;
  }
  if (takeSpecial(A))
    return;
  switch (fateOf(A, Spelling)) {
  case Fate::Keep:
    keep(A);
    return;
  case Fate::Drop:
    return;
  case Fate::Report:
    Result.Dropped.push_back(Spelling);
    return;
  }
}

/// Flags that are not there are missed, but for CMake's map of modules, which
/// only a build makes.
void FlagFilter::noteResponseFile(StringRef Input) {
  if (Input.starts_with("@") && !Input.ends_with(".modmap"))
    Result.Dropped.push_back(Input.str());
}

void FlagFilter::run(StringRef File) {
  StringRef Name = sys::path::filename(File);
  for (const opt::Arg *A : Args) {
    if (!A->getOption().matches(options::OPT_INPUT))
      take(*A);
    else if (sys::path::filename(A->getValue()) == Name)
      FileLanguage = Language;
    else
      noteResponseFile(A->getValue());
  }
  takeFrontend();
  Language = FileLanguage;
}

} // namespace warrant
