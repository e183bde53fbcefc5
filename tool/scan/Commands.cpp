//===- Commands.cpp - Compile commands that Clang can run -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Driver/Options.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;
namespace options = clang::driver::options;

namespace warrant {

/// What is done with one argument of a command.
enum class Fate : uint8_t {
  Keep,
  Drop,  ///< it does not change what is parsed
  Report ///< left out because Clang can't or mustn't follow it
};

/// Programs that are put before the compiler.
static bool isWrapper(StringRef Program) {
  return StringSwitch<bool>(sys::path::stem(Program))
      .Cases("ccache", "distcc", "icecc", "sccache", "gomacc", true)
      .Cases("buildcache", "fastcc", "env", "nice", "time", true)
      .Default(false);
}

/// \p Command from the compiler on: behind wrappers and the assignments that
/// are given to them.
static ArrayRef<std::string> withoutWrappers(ArrayRef<std::string> Command) {
  ArrayRef<std::string> Rest = Command;
  while (Rest.size() > 1 && isWrapper(Rest.front())) {
    Rest = Rest.drop_front();
    while (Rest.size() > 1 && StringRef(Rest.front()).contains('='))
      Rest = Rest.drop_front();
  }
  // `distcc -c a.c` names no compiler: the wrapper's own name has to do.
  if (!Rest.empty() && StringRef(Rest.front()).starts_with("-"))
    return Command;
  return Rest;
}

/// Clang searches headers and GCC's installation relative to the compiler's
/// place, so a bare name is looked up as the shell would.
static std::string compilerPath(StringRef Name) {
  if (sys::path::has_parent_path(Name))
    return Name.str();
  if (ErrorOr<std::string> Found = sys::findProgramByName(Name))
    return *Found;
  return Name.str();
}

/// `xtensa-esp32-elf` of `xtensa-esp32-elf-gcc-12`, `avr` of `avr-gcc`; empty
/// for other names.
static StringRef triplePrefix(StringRef Compiler) {
  StringRef Name = sys::path::filename(Compiler);
  for (StringRef Tool : {"-gcc", "-g++", "-cc", "-c++", "-clang"}) {
    size_t At = Name.rfind(Tool);
    if (At == StringRef::npos)
      continue;
    StringRef Prefix = Name.take_front(At);
    bool IsTriple =
        Prefix.contains('-') || Triple(Prefix).getArch() != Triple::UnknownArch;
    return IsTriple ? Prefix : StringRef();
  }
  return {};
}

/// Clang itself can parse for \p Triple; that LLVM knows it is not enough.
static bool isTarget(StringRef Triple) {
  clang::IgnoringDiagConsumer Ignored;
  llvm::IntrusiveRefCntPtr<clang::DiagnosticsEngine> Diagnostics =
      clang::CompilerInstance::createDiagnostics(
          new clang::DiagnosticOptions, &Ignored, /*ShouldOwnClient=*/false);
  auto Options = std::make_shared<clang::TargetOptions>();
  Options->Triple = llvm::Triple::normalize(Triple);
  llvm::IntrusiveRefCntPtr<clang::TargetInfo> Target =
      clang::TargetInfo::CreateTargetInfo(*Diagnostics, Options);
  return Target != nullptr;
}

/// Puts what the compiler's name implies behind it: `--target`, and the
/// driver's mode (g++ compiles a .c file as C++).
static void addTargetAndMode(ParseCommand &Result) {
  std::string Compiler = Result.Arguments.front();
  bool IsGiven = any_of(Result.Arguments, [](StringRef A) {
    return A.starts_with("--target") || A == "-target";
  });
  StringRef Prefix = triplePrefix(Compiler);
  if (!IsGiven && !Prefix.empty()) {
    if (isTarget(Prefix))
      Result.Arguments.insert(Result.Arguments.begin() + 1,
                              "--target=" + Prefix.str());
    else
      Result.UnknownTarget = sys::path::filename(Compiler).str();
  }
  clang::tooling::addTargetAndModeForProgramName(Result.Arguments, Compiler);
}

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

static Fate fateOf(const opt::Arg &A, StringRef Spelling) {
  const opt::Option &O = A.getOption();
  if (changesNothingParsed(O))
    return Fate::Drop;
  if (O.matches(options::OPT_UNKNOWN)) // a warning may be any compiler's own
    return Spelling.starts_with("-W") ? Fate::Drop : Fate::Report;
  if (O.hasFlag(options::Unsupported))
    return Fate::Report;
  switch (O.getID()) {
  case options::OPT_fplugin_EQ: // these load code
  case options::OPT_fplugin_arg:
  case options::OPT_fpass_plugin_EQ:
  case options::OPT_mllvm: // and this sets the state of the whole process
    return Fate::Report;
  default:
    return Fate::Keep;
  }
}

namespace {

/// Builds the arguments of a ParseCommand from the driver's view of them.
class ArgumentFilter {
public:
  ArgumentFilter(const opt::InputArgList &Args, ParseCommand &Result)
      : Args(Args), Result(Result) {}

  /// Takes all but the inputs; remembers the `-x` that holds at \p File.
  void run(StringRef File);
  StringRef language() const { return Language; }
  bool usesModules() const { return Modules; }

private:
  void take(const opt::Arg &A);
  void takePreprocessor(ArrayRef<const char *> Values);
  void takeFrontend(StringRef Value);
  void keep(const opt::Arg &A);

  const opt::InputArgList &Args;
  ParseCommand &Result;
  std::string Language, FileLanguage;
  bool Modules = false;
  /// An `-Xclang` option whose value is the next `-Xclang`.
  std::string Pending;
};

} // namespace

void ArgumentFilter::keep(const opt::Arg &A) {
  opt::ArgStringList Strings;
  A.render(Args, Strings);
  Result.Arguments.insert(Result.Arguments.end(), Strings.begin(),
                          Strings.end());
}

/// What reaches the preprocessor past the driver: -Wp,-D_FORTIFY_SOURCE=2.
void ArgumentFilter::takePreprocessor(ArrayRef<const char *> Values) {
  for (StringRef Value : Values)
    if (Value.starts_with("-D") || Value.starts_with("-U") ||
        Value.starts_with("-I"))
      Result.Arguments.push_back(Value.str());
}

/// What reaches the frontend past the driver. CMake names a precompiled header
/// and its text in this way; the text is enough.
void ArgumentFilter::takeFrontend(StringRef Value) {
  if (!Pending.empty()) {
    if (Pending == "-include") {
      Result.Arguments.push_back(Pending);
      Result.Arguments.push_back(Value.str());
    }
    Pending.clear();
    return;
  }
  if (Value == "-include" || Value == "-include-pch") {
    Pending = Value.str();
    return;
  }
  if (Value.starts_with("-f") && !Value.starts_with("-fmodule")) {
    Result.Arguments.push_back("-Xclang");
    Result.Arguments.push_back(Value.str());
    return;
  }
  Result.Dropped.push_back("-Xclang " + Value.str());
}

void ArgumentFilter::take(const opt::Arg &A) {
  std::string Spelling = A.getAsString(Args);
  StringRef Flag = Spelling;
  if (Flag.starts_with("-fmodule") || Flag.starts_with("-fprebuilt-module") ||
      Flag.starts_with("-fcxx-modules") || Flag.starts_with("-fdeps-")) {
    Modules = true;
    return;
  }
  switch (A.getOption().getID()) {
  case options::OPT_x:
    Language = A.getValue();
    return;
  case options::OPT_Wp_COMMA:
  case options::OPT_Xpreprocessor:
    takePreprocessor(A.getValues());
    return;
  case options::OPT_Xclang:
    takeFrontend(A.getValue());
    return;
  }
  switch (fateOf(A, Flag)) {
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

void ArgumentFilter::run(StringRef File) {
  StringRef Name = sys::path::filename(File);
  for (const opt::Arg *A : Args) {
    if (!A->getOption().matches(options::OPT_INPUT))
      take(*A);
    else if (sys::path::filename(A->getValue()) == Name)
      FileLanguage = Language;
  }
  Language = FileLanguage;
}

static std::vector<std::string> expanded(ArrayRef<std::string> Command,
                                         StringRef Directory,
                                         vfs::FileSystem &FS) {
  std::vector<std::string> Result(Command.begin(), Command.end());
  clang::tooling::addExpandedResponseFiles(Result, Directory,
                                           cl::TokenizeGNUCommandLine, FS);
  return Result;
}

ParseCommand toParseCommand(ArrayRef<std::string> Command, StringRef File,
                            StringRef Directory, vfs::FileSystem &FS) {
  ParseCommand Result;
  std::vector<std::string> Full =
      expanded(withoutWrappers(Command), Directory, FS);
  if (Full.empty())
    Full.push_back("clang");
  Result.Arguments.push_back(compilerPath(Full.front()));
  if (StringRef(sys::path::stem(Full.front())).starts_with("nvcc")) {
    Result.SkipReason = "CUDA";
    return Result;
  }
  std::vector<const char *> Pointers;
  for (const std::string &Argument : ArrayRef(Full).drop_front())
    Pointers.push_back(Argument.c_str());
  unsigned MissingIndex = 0, MissingCount = 0;
  opt::InputArgList Args = clang::driver::getDriverOptTable().ParseArgs(
      Pointers, MissingIndex, MissingCount,
      opt::Visibility(options::ClangOption));
  if (MissingCount)
    Result.Dropped.push_back(Pointers[MissingIndex]);

  ArgumentFilter Filter(Args, Result);
  Filter.run(File);
  addTargetAndMode(Result);
  Result.SkipReason = skipReason(File, Filter.language());
  if (Result.SkipReason.empty() && Filter.usesModules() &&
      usesNamedModules(File, FS))
    Result.SkipReason = "C++ modules";
  if (!Filter.language().empty())
    Result.Arguments.insert(Result.Arguments.end(),
                            {"-x", Filter.language().str()});
  Result.Arguments.push_back(File.str());
  return Result;
}

} // namespace warrant
