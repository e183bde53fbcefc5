//===- CommandsConfig.cpp - warrant config --------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "CommandsProject.h"
#include "warrant/Overlay.h"

using namespace llvm;

namespace warrant {

int runConfig(const ConfigRequest &Request) {
  std::string Text;
  raw_string_ostream OS(Text);
  if (Request.Schema || Request.OverlaySchema) {
    Request.Schema ? writeConfigSchema(OS) : writeOverlaySchema(OS);
    return printOutput(Text);
  }
  Expected<Config> C = openProject(Request.Project);
  if (!C)
    return fail(C.takeError());
  dumpConfig(*C, OS);
  return printOutput(Text);
}

} // namespace warrant
