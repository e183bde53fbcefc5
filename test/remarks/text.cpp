// Remarks about what a comment says.
//
// RUN: rm -rf %t && mkdir -p %t && cp %s %t/a.cpp
// RUN: %exits 1 %warrant scan --root %t --fail-on=remark --json %t/r.json \
// RUN:   --sarif %t/r.sarif %t/a.cpp -- > %t/text
// RUN: grep safety-comment %t/text | FileCheck %s --implicit-check-not=warning:
// RUN: %validate-json %t/r.json
// RUN: %warrant scan --root %t --fail-on=remark --checks=-safety-comment \
// RUN:   %t/a.cpp --

int f(int *p, int i) {
  int s = 0;
  // CHECK: :[[#@LINE+1]]:3: warning: placeholder: the SAFETY comment counts for nothing: a placeholder
  // SAFETY: TODO
  s += p[i];
  // CHECK: :[[#@LINE+1]]:3: warning: placeholder: the SAFETY comment counts for nothing: empty
  // SAFETY:
  s += p[i];
  // The questions of one comment are one remark.
  // CHECK: :[[#@LINE+1]]:3: warning: placeholder:
  // SAFETY: TODO(bounds): why is i within p?
  // SAFETY: TODO(lifetime): what keeps the object alive?
  s += p[i];
  // CHECK: :[[#@LINE+1]]:3: warning: vacuous: the SAFETY comment counts for nothing:
  // SAFETY: this is safe
  s += p[i];
  // CHECK: :[[#@LINE+1]]:3: warning: misspelled: 'SAFTEY:' is no marker; did you mean 'SAFETY:'?
  // SAFTEY: i is within p.
  s += p[i];
  // CHECK: :[[#@LINE+1]]:3: warning: misspelled: 'Safty:' is no marker
  // Safty(bounds): i is within p.
  s += p[i];
  // CHECK: :[[#@LINE+1]]:3: warning: unknown-tag: 'bound' is no property; did you mean 'bounds'?
  // SAFETY(bound): i is less than 4.
  s += p[i];
  // CHECK: :[[#@LINE+2]]:3: warning: unknown-tag: 'alignement' is no property; did you mean 'alignment'?
  // CHECK: :[[#@LINE+1]]:3: warning: unknown-tag: 'why' is no property [
  // SAFETY(bounds, alignement, why): i is less than 4.
  s += p[i];

  // None of these is a remark.
  // SAFETY(bounds, lifetime): i is less than 4.
  s += p[i];
  // Sanity: i was checked.
  // Safely: is a word.
  // safety::f is a name, and so is Safty::f
  // This is SAFTEY: not at the line's start
  // SAFETY: i is within p.
  s += p[i];
  return s;
}
#if 0
// SAFETY: TODO
// SAFTEY: i is within p.
#endif
