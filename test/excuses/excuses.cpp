// Excuses set sites aside with their status unchanged; a site that is set
// aside fails no gate.
//
// RUN: rm -rf %t && mkdir -p %t && cp %s %t/a.cpp
// RUN: %exits 1 %warrant scan --root %t --fail-on=undocumented --json %t/r.json \
// RUN:   --sarif %t/r.sarif %t/a.cpp -- | FileCheck %s --implicit-check-not=warning:
// RUN: %validate-json %t/r.json
// RUN: FileCheck %s --check-prefix=JSON --input-file=%t/r.json
// RUN: FileCheck %s --check-prefix=SARIF --input-file=%t/r.sarif
// RUN: %warrant scan --root %t --checks=-safety-comment %t/a.cpp -- \
// RUN:   | FileCheck %s --check-prefix=OFF --implicit-check-not=excuse:
//
// OFF: 6 excused
//
// CHECK: warning: undocumented 'subscript': 'p[i]' in 'other(int *, int)'
// CHECK: warning: undocumented 'subscript': 'p[i]' in 'bare(int *, int)'
// CHECK: warning: undocumented 'subscript': 'p[i]' in 'behind(int *, int)'
// CHECK: warning: undocumented 'subscript': 'p[i]' in 'unreasoned(int *, int)'
// CHECK: warning: stale-excuse: excuses 'offset', and there is no such site here
// CHECK: warning: bare-excuse: excuses 'subscript' without a reason, and so does nothing
// CHECK: warning: stale-excuse: excuses 'subscript', and there is no such site here
// CHECK: warning: bare-excuse: excuses nothing: name a check, a kind or a defect in parentheses
// CHECK: warning: bare-excuse: excuses 'warrant-*' without a reason
// CHECK: 5 remarks, 6 excused
// CHECK: failed: 4 sites are undocumented
//
// JSON: "status": "undocumented"
// JSON: "excuse": "the table is generated, see gen.py."
//
// SARIF:      "suppressions": [
// SARIF:      "justification": "the table is generated, see gen.py."
int above(int *p, int i) {
  // WARRANT-IGNORE(subscript): the table is generated, see
  // gen.py.
  return p[i];
}
int trailing(int *p, int i) {
  return p[i]; // WARRANT-IGNORE(pointer-arithmetic): generated
}
int other(int *p, int i) {
  // WARRANT-IGNORE(offset): not this one
  return p[i];
}
int bare(int *p, int i) {
  return p[i]; // WARRANT-IGNORE(subscript)
}
int nolint(int *p, int i) {
  return p[i]; // NOLINT(warrant-*): measured
}
int nextline(int *p, int i) {
  // NOLINTNEXTLINE(warrant-pointer-arithmetic, bugprone-foo): measured
  return p[i];
}
// NOLINTBEGIN(warrant-pointer-arithmetic): measured
int region(int *p, int i) {
  return p[i];
}
// NOLINTEND(warrant-pointer-arithmetic)
int behind(int *p, int i) {
  return p[i]; // NOLINT
}
// WARRANT-IGNORE(subscript): stale
int stale(int p) { return p; }
// WARRANT-IGNORE: names nothing
int unnamed(int p) { return p; }
int unreasoned(int *p, int i) {
  return p[i]; // NOLINT(warrant-*)
}
#if 0
// WARRANT-IGNORE(subscript): in code that nobody compiles
#endif
// WARRANT-IGNORE(subscript): of a macro that is expanded elsewhere
#define AT(i) table[i]
int with(int *p, int i) {
  // WARRANT-IGNORE(subscript): both
  // SAFETY: i is within the bounds of p.
  return p[i];
}
