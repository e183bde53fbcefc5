//===- Merge.h - Uniting what several units saw of one thing ----*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The joins that merge() is made of, apart so that tests can regroup them.
// Each is commutative, associative and idempotent.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_MERGE_H
#define WARRANT_REPORT_MERGE_H

#include "warrant/Site.h"

namespace warrant {

/// All of \p Defects, sorted, each once: of one that is told with several
/// precisions the surest.
std::vector<Defect> uniteDefects(std::vector<Defect> Defects);

/// Brings \p S into the form that a joined site has.
void normalize(Site &S);

/// The two of one identity as one: the worst status, the surest precision,
/// united sets. It is in normal form, as is a site joined with itself.
Site joinSites(const Site &A, const Site &B);

/// Decides the status of \p S, once all units are joined: of a function that is
/// defined in one unit and declared in another each may answer what the other
/// leaves open.
void settleBoundary(Site &S);

/// Adds to \p S, the boundary of its name, the defects of declarations that
/// differ; \p CDefinitions are those of units in C.
void addDifferences(Site &S, const std::set<LinkageDeclaration> &CDefinitions);

/// What two units saw of one file as one: of excluded lines only those that
/// both left out.
FileFacts joinFacts(const FileFacts &A, const FileFacts &B);

} // namespace warrant

#endif // WARRANT_REPORT_MERGE_H
