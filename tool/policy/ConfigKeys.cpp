//===- ConfigKeys.cpp - The keys of .warrant.yaml as a table --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ConfigKeys.h"
#include "PathGlob.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace warrant {

static constexpr ConfigKey Keys[] = {
    {"root", &Config::Root,
     "the root of the project, relative to this file's folder",
     ValueForm::Folder},
    {"checks", &Config::Checks,
     "globs over check names as clang-tidy's: '-*' turns all off, "
     "'volatile-*' on; the last that matches wins, and a check that none "
     "matches has its own default",
     ValueForm::CheckGlob},
    {"include", &Config::Include,
     "globs of what is audited; empty for everything below the root",
     ValueForm::PathGlob},
    {"exclude", &Config::Exclude, "globs of what is not audited",
     ValueForm::PathGlob},
    {"vendored", &Config::Vendored,
     "globs of third-party code, added to the built-in ones; '!external' "
     "makes a folder the project's own",
     ValueForm::PathGlob},
    {"strict", &Config::Strict,
     "ask each comment for every property that its operation requires"},
    {"markers", &Config::Markers,
     "words that begin a SAFETY comment, beside SAFETY; without the colon",
     ValueForm::Marker},
    {"reject", &Config::Reject,
     "texts that justify nothing, added to the built-in ones", ValueForm::Text},
    {"contracts.headings", &Config::ContractHeadings,
     "what heads a contract in a function's documentation, beside SAFETY: "
     "'pre' for '@pre' and '\\pre', 'REQUIRES:' as it is written",
     ValueForm::Text},
    {"contracts.below", &Config::DocumentedBelow,
     "globs of headers that document below their declarations",
     ValueForm::PathGlob},
    {"overlays", &Config::OverlayFiles,
     "files, relative to this one's folder, that give contracts to functions "
     "that can't be edited; see docs/overlays.md",
     ValueForm::Text},
    {"devices", &Config::DeviceFiles,
     "CMSIS-SVD files, relative to this one's folder, that describe the "
     "devices' registers; the first that knows an address is asked; see "
     "docs/devices.md",
     ValueForm::Text},
    {"wrappers", &Config::Wrappers,
     "functions and macros that access a register for their caller: sets that "
     "are built in, and entries as '{read: my_read, address: 0, width: 32}'; "
     "see docs/registers.md"},
    {"conventions", &Config::Conventions,
     "whose conventions count beside SAFETY comments: chromium, misra, gsl, "
     "webkit",
     ValueForm::Convention},
    {"misra.deviations", &Config::MisraDeviations,
     "the file, relative to the root, that records the deviations which the "
     "convention misra looks up"},
    {"limits.timeout", &Config::TimeoutSeconds,
     "seconds that one unit may take", ValueForm::Plain, 1, 86400},
    {"limits.memory", &Config::MemoryMegabytes,
     "megabytes that one worker process may use", ValueForm::Plain, 64,
     1048576},
    {"policy.allowed", &Config::Allowed,
     "globs of the only places for raw memory; empty for everywhere",
     ValueForm::PathGlob},
    {"policy.rules", &Config::Rules,
     "what is forbidden, and how much may be open, by path; see "
     "docs/policy.md"},
    {"policy.excuses", &Config::Excuses,
     "sites that are set aside, by path, with a reason"},
    {"units", &Config::Failures,
     "units that are known to fail, by path, with a reason"},
};

static constexpr StringLiteral Reserved[] = {"lexicon"};

ArrayRef<ConfigKey> configKeys() { return Keys; }
ArrayRef<StringLiteral> reservedConfigKeys() { return Reserved; }

static Error wrong(const Twine &Why) {
  return createStringError(inconvertibleErrorCode(), Why);
}

static Error validateMarker(StringRef Value) {
  if (Value.trim().empty())
    return wrong("a marker must not be empty");
  if (Value.trim() != Value)
    return wrong("a marker must not begin or end with white space");
  if (Value.contains(':'))
    return wrong("write the marker '" + Value + "' without ':'");
  if (!isAlpha(Value.front()) && Value.front() != '@')
    return wrong("a marker begins with a letter or '@'");
  return Error::success();
}

Error validateForm(ValueForm Form, StringRef Value) {
  switch (Form) {
  case ValueForm::Plain:
    return Error::success();
  case ValueForm::CheckGlob:
    return validateCheckGlob(Value);
  case ValueForm::PathGlob:
    return PathGlob::create(Value).takeError();
  case ValueForm::Convention:
    if (is_contained(conventionNames(), Value))
      return Error::success();
    return wrong("'" + Value + "' is no convention" +
                 didYouMean(Value, conventionNames()));
  case ValueForm::Marker:
    return validateMarker(Value);
  case ValueForm::Folder:
  case ValueForm::Text:
    if (Value.trim().empty())
      return wrong("the text must not be empty");
    return Error::success();
  }
  llvm_unreachable("not a form");
}

} // namespace warrant
