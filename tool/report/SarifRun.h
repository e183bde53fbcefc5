//===- SarifRun.h - A run of a SARIF log ------------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_SARIFRUN_H
#define WARRANT_REPORT_SARIFRUN_H

#include "JsonSite.h"
#include "SarifFindings.h"
#include "SarifPlaces.h"
#include "SarifRules.h"
#include "warrant/Writers.h"

namespace warrant {

/// Writes one run, of these findings.
class SarifRun {
public:
  SarifRun(const Report &R, const Verdict &V, const SarifOptions &Options,
           llvm::ArrayRef<SarifFinding> Findings,
           llvm::ArrayRef<std::string> LeftOut)
      : R(R), V(V), Options(Options), Findings(Findings), LeftOut(LeftOut),
        Rules(Options.Checks, R, V), Places(R, Options.Source) {}

  void write(JsonStream &J);

private:
  Json driver() const;
  Json invocation() const;
  Json provenance() const;
  Json resultOf(const SarifFinding &F, const std::string &Rule,
                Json Message) const;
  Json siteMessage(const SarifFinding &F) const;
  Json siteResult(const SarifFinding &F);
  Json remarkResult(const SarifFinding &F);
  Json goneResult(const SarifFinding &F);
  Json relatedLocations(const Site &S);
  Json fixFor(const Site &S, const SourceFix &Fix);
  Json fingerprints(const Location &Where, std::string Own);

  const Report &R;
  const Verdict &V;
  const SarifOptions &Options;
  llvm::ArrayRef<SarifFinding> Findings;
  llvm::ArrayRef<std::string> LeftOut;
  SarifRules Rules;
  SarifPlaces Places;
};

} // namespace warrant

#endif // WARRANT_REPORT_SARIFRUN_H
