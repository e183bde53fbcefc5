//===- Config.h - What .warrant.yaml and the command line say ---*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The configuration as a value. Defaults stand in the member initializers,
// loadConfig() lays a `.warrant.yaml` over them, the command line is laid over
// that; each value remembers where it came from for `warrant config --dump`.
// An unknown key or a wrong value is an error with file, line and column.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CONFIG_H
#define WARRANT_CONFIG_H

#include "warrant/CheckInfo.h"
#include "warrant/Policy.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace llvm::vfs {
class FileSystem;
}

namespace warrant {

/// A recorded deviation from MISRA's rules, that comments refer to.
struct Deviation {
  std::string Id;                 ///< `11.3.1`
  std::vector<std::string> Rules; ///< `Rule 11.3`, `Dir 4.7`
  std::string Text;               ///< what the record says, white space folded
};

class OverlayTable; // Overlay.h
struct Device;      // Device.h

/// What `wrappers` says: a set that is built in, or functions and macros that
/// access a register for their caller.
struct Wrapper {
  std::string Set;                ///< `linux`; empty for an entry of its own
  std::string Kind;               ///< volatile-access' kind that a use is
  std::vector<std::string> Names; ///< qualified
  unsigned Address = 0;           ///< the argument, from 0
  std::optional<unsigned> Value;  ///< the argument that is written
  unsigned Width = 0; ///< in bits; 0: the type of what is read or written
};
/// By function or macro.
using WrapperTable = std::map<std::string, Wrapper, std::less<>>;

/// See the file comment.
struct Config {
  /// The absolute path of the root; all globs below are relative to it.
  std::string Root;
  /// The configuration file's folder, that overlays are relative to; the root
  /// where there is no file.
  std::string Folder;
  /// Globs over check names as clang-tidy's: `-*`, `extern-c-*`; the last
  /// that matches wins; what none matches has the check's own default.
  std::vector<std::string> Checks;
  /// Globs over paths, see docs/configuration.md; the last that matches wins,
  /// and `!` before one takes back what an earlier one said.
  std::vector<std::string> Include; ///< empty: all below the root
  std::vector<std::string> Exclude;
  std::vector<std::string> Vendored; ///< added to builtinVendoredGlobs()
  bool Strict = false;
  std::vector<std::string> Markers; ///< beside `SAFETY`
  std::vector<std::string> Reject;  ///< texts that justify nothing, added
  /// What heads a contract beside SAFETY: `pre`, `REQUIRES:`.
  std::vector<std::string> ContractHeadings; ///< contracts.headings
  /// Globs of headers that document below their declarations.
  std::vector<std::string> DocumentedBelow; ///< contracts.below
  /// Whose conventions count beside SAFETY comments: conventionNames().
  std::vector<std::string> Conventions;
  std::string MisraDeviations; ///< misra.deviations: a file below the root
  std::vector<Deviation> Deviations; ///< read from it by loadDeviations()
  /// Files that give contracts to code that can't be edited, as written; what
  /// loadOverlays() read there; and what that says, with the built-in ones.
  std::vector<std::string> OverlayFiles; ///< overlays
  std::vector<std::string> OverlayTexts;
  std::shared_ptr<const OverlayTable> Overlays;
  /// Descriptions of devices, as written; what loadDevices() read there, the
  /// first that knows an address goes before others; and hashes of the files.
  std::vector<std::string> DeviceFiles; ///< devices
  std::shared_ptr<const std::vector<Device>> Devices;
  std::vector<std::string> DeviceDigests;
  /// Accessors of registers, as written, and all that they name.
  std::vector<Wrapper> Wrappers;
  WrapperTable Accessors;
  /// `check.option` -> value as written, for options that checks register.
  std::map<std::string, std::vector<std::string>> CheckOptions;
  unsigned TimeoutSeconds = 300;   ///< limits.timeout: for one unit
  unsigned MemoryMegabytes = 4096; ///< limits.memory: for one worker
  /// Globs of the only places for raw memory; empty: everywhere.
  std::vector<std::string> Allowed;   ///< policy.allowed
  std::vector<PolicyRule> Rules;      ///< policy.rules
  std::vector<PolicyExcuse> Excuses;  ///< policy.excuses
  std::vector<PolicyExcuse> Failures; ///< units: those that are known to fail

  /// Where each value came from: `.warrant.yaml:3:1`, `command line`; keys
  /// that are not in it have their default.
  std::map<std::string, std::string> Origins;

  bool isCheckEnabled(const CheckInfo &Check) const;
  bool follows(llvm::StringRef Convention) const;
  /// The value of `Check.Option`, or its default.
  bool boolOption(const CheckInfo &Check, llvm::StringRef Option) const;
  int64_t integerOption(const CheckInfo &Check, llvm::StringRef Option) const;
  std::string stringOption(const CheckInfo &Check,
                           llvm::StringRef Option) const;
  std::vector<std::string> listOption(const CheckInfo &Check,
                                      llvm::StringRef Option) const;
};

/// Lays the YAML text of \p Buffer over \p C. A relative `root` is relative
/// to what C.Root is before: the folder of the file. The error is one line a
/// mistake: `FILE:LINE:COLUMN: error: unknown key 'marker'; did you mean
/// 'markers'?`.
llvm::Error loadConfig(llvm::MemoryBufferRef Buffer, Config &C);

/// The words that `conventions` takes: `chromium`, `misra`, `gsl`, `webkit`.
llvm::ArrayRef<llvm::StringRef> conventionNames();

/// A set of wrappers that is built in.
struct WrapperSet {
  llvm::StringRef Name; ///< `linux`
  llvm::StringRef Yaml;
};
llvm::ArrayRef<WrapperSet> wrapperSets();

/// Asks for every property everywhere, whatever rules of the policy say.
void makeStrict(Config &C);

/// Reads the file `misra.deviations` of \p C, which has its final root, where
/// the convention `misra` asks for it.
llvm::Error loadDeviations(Config &C, llvm::vfs::FileSystem &Files);

/// The records in the Markdown or plain text \p Text: see docs/conventions.md.
std::vector<Deviation> parseDeviations(llvm::StringRef Text);

/// An error if \p Glob, as it stands in `checks` or behind `--checks`, is
/// malformed or matches no check.
llvm::Error validateCheckGlob(llvm::StringRef Glob);

/// A hash of every value but the root and the origins, in hexadecimal.
std::string configDigest(const Config &C);

/// Prints each value as YAML with where it comes from in a comment.
void dumpConfig(const Config &C, llvm::raw_ostream &OS);

/// Prints the JSON Schema of `.warrant.yaml`, from the same tables that
/// loadConfig() reads by.
void writeConfigSchema(llvm::raw_ostream &OS);

/// The candidate nearest to \p Word by edit distance, when it is near enough
/// to be meant; empty otherwise.
llvm::StringRef nearestWord(llvm::StringRef Word,
                            llvm::ArrayRef<llvm::StringRef> Candidates);

/// The words `; did you mean 'X'?` where nearestWord() finds one, or nothing.
std::string didYouMean(llvm::StringRef Word,
                       llvm::ArrayRef<llvm::StringRef> Candidates);

/// The folders and files that are vendored without configuration. They match
/// in any case.
llvm::ArrayRef<llvm::StringLiteral> builtinVendoredGlobs();

/// What a file is to the audit.
enum class FileClass : uint8_t {
  Project,  ///< audited
  Vendored, ///< audited, counted apart
  Excluded, ///< under the root, but not audited
  Outside   ///< not under the root
};

/// Whether \p Folder holds what a build leaves there, as CMakeCache.txt, and
/// nothing that a build is described by.
bool isBuildTree(llvm::StringRef Folder);

/// Decides from a file's absolute path, and from nothing else, what it is.
/// Whether a header is a system header is the compiler's to say.
class FileClassifier {
public:
  /// \p BuildFolders are absolute; what is in them is not project. Of one that
  /// holds the root, or that is no isBuildTree(), only `_deps` and
  /// `CMakeFiles` are meant.
  /// The error names a glob that is malformed.
  static llvm::Expected<FileClassifier>
  create(const Config &C, std::vector<std::string> BuildFolders);

  FileClass classify(llvm::StringRef AbsolutePath) const;
  /// \p AbsolutePath as reports show it: relative to the root where it lies
  /// under it, with forward slashes.
  std::string display(llvm::StringRef AbsolutePath) const;
  /// The folders that are kept from the project, beside what globs say.
  llvm::ArrayRef<std::string> buildFolders() const;
  /// Whether the file that reports show as \p Path documents below its
  /// declarations.
  bool isDocumentedBelow(llvm::StringRef Path) const;
  /// Whether every property is asked for in the file that reports show as
  /// \p Path.
  bool isStrict(llvm::StringRef Path, bool IsVendored) const;

private:
  struct Tables;
  explicit FileClassifier(std::shared_ptr<const Tables> T)
      : Data(std::move(T)) {}
  std::shared_ptr<const Tables> Data; ///< never changes: copies share it
};

} // namespace warrant

#endif // WARRANT_CONFIG_H
