//===- ConfigKeys.h - The keys of .warrant.yaml as a table ------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The one table that the loader reads by, `warrant config --dump` prints by and
// the JSON Schema is written from. A key is added by a member of Config and a
// row here. The keys of checks are in their OptionInfo tables.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_POLICY_CONFIGKEYS_H
#define WARRANT_POLICY_CONFIGKEYS_H

#include "warrant/Config.h"
#include <variant>

namespace warrant {

/// What the text of a value must be, beyond its type.
enum class ValueForm : uint8_t {
  Plain,
  CheckGlob, ///< a list that may be written with commas, too
  PathGlob,
  Folder, ///< relative to the configuration file
  Marker,
  Convention, ///< one of conventionNames()
  Text        ///< any, but not empty
};

struct ConfigKey {
  /// The member decides the type.
  using Member = std::variant<
      bool Config::*, unsigned Config::*, std::string Config::*,
      std::vector<std::string> Config::*, std::vector<Wrapper> Config::*,
      std::vector<PolicyRule> Config::*, std::vector<PolicyExcuse> Config::*>;
  llvm::StringLiteral Name; ///< `limits.timeout` is below `limits`
  Member Where;
  llvm::StringLiteral Help; ///< lower case, no full stop
  ValueForm Form = ValueForm::Plain;
  unsigned Min = 0; ///< of an integer
  unsigned Max = 0;
};

/// Every key, in the order in which they are printed.
llvm::ArrayRef<ConfigKey> configKeys();

/// Keys that are reserved, and refused by name until they act.
llvm::ArrayRef<llvm::StringLiteral> reservedConfigKeys();

/// An error if \p Value has not the form.
llvm::Error validateForm(ValueForm Form, llvm::StringRef Value);

/// The elements of a flow sequence, as `[a, "b c"]`, that a check gives as an
/// option's default.
std::vector<std::string> parseFlowList(llvm::StringRef Yaml);

} // namespace warrant

#endif // WARRANT_POLICY_CONFIGKEYS_H
