//===- UnitsFile.cpp - Files of units that are merged later ---------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitsFile.h"
#include "UnitCodec.h"
#include "llvm/ADT/STLExtras.h"

using namespace warrant;
using llvm::StringRef;

static constexpr StringRef ThisTool =
    "warrant " WARRANT_VERSION " (LLVM " WARRANT_LLVM_VERSION ")";

std::string warrant::unitForFile(UnitResult U) {
  U.Inputs.clear();
  U.Command.clear();
  U.Prefix.clear();
  return encodeUnit(U);
}

std::string warrant::writeUnits(UnitsInfo Info,
                                std::vector<std::string> Units) {
  llvm::sort(Units);
  Units.erase(std::unique(Units.begin(), Units.end()), Units.end());
  Info.Tool = ThisTool.str();
  Info.Units = Units.size();
  std::string Bytes = encodeInfo(Info);
  for (const std::string &Unit : Units)
    Bytes += Unit;
  return Bytes;
}

/// Takes the first message off \p Bytes.
static llvm::Expected<StringRef> takeMessage(StringRef &Bytes) {
  std::optional<size_t> Size = encodedSize(Bytes);
  if (!Size || *Size > Bytes.size())
    return llvm::createStringError("the file is cut off");
  StringRef Message = Bytes.take_front(*Size);
  Bytes = Bytes.drop_front(*Size);
  return Message;
}

static llvm::Expected<UnitsInfo> takeInfo(StringRef &Bytes) {
  if (Bytes.ltrim().starts_with("{"))
    return llvm::createStringError(
        "a report has counts where merging needs sets; write the parts with "
        "'warrant scan --units-out' or 'warrant analyze-unit'");
  llvm::Expected<StringRef> Message = takeMessage(Bytes);
  if (!Message)
    return Message.takeError();
  llvm::Expected<UnitsInfo> Info = decodeInfo(*Message);
  if (!Info)
    return Info.takeError();
  if (Info->Tool != ThisTool)
    return llvm::createStringError("written by " + Info->Tool + ", this is " +
                                   ThisTool);
  return Info;
}

llvm::Expected<UnitsInfo>
warrant::readUnits(StringRef Bytes, llvm::function_ref<void(UnitResult)> Take) {
  llvm::Expected<UnitsInfo> Info = takeInfo(Bytes);
  if (!Info)
    return Info;
  for (unsigned Left = Info->Units; Left; --Left) {
    llvm::Expected<StringRef> Message = takeMessage(Bytes);
    if (!Message)
      return Message.takeError();
    llvm::Expected<UnitResult> U = decodeUnit(*Message);
    if (!U)
      return U.takeError();
    Take(std::move(*U));
  }
  if (!Bytes.empty())
    return llvm::createStringError("more follows behind the last unit");
  return Info;
}
