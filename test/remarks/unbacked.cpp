// A promise of callers that no contract asks them for.
//
// RUN: rm -rf %t && split-file %s %t && touch %t/.warrant.yaml
// RUN: %warrant scan -p %t %t --root %t > %t/text
// RUN: grep ': unbacked:' %t/text > %t/unbacked
// RUN: FileCheck %t/a.cpp --implicit-check-not=a.cpp < %t/unbacked
// RUN: FileCheck %t/h.h --implicit-check-not=h.h < %t/unbacked
// RUN: FileCheck %t/c.c --implicit-check-not=c.c < %t/unbacked

//--- compile_commands.json
[{"directory": ".", "file": "a.cpp", "command": "c++ -std=c++20 -c a.cpp"},
 {"directory": ".", "file": "c.c", "command": "cc -c c.c"}]
//--- h.h
// SAFETY: p leads to two elements at least.
int backed(const int *p);
int bare(const int *p);
/// Reads the second of them: p is null or leads to at least two.
int documented(const int *p);
/// Reads the second of them.
int wordless(const int *p);
/// Reads one. Length of p is n.
extern "C" int exported(const int *p, int n);
template <typename T> T second(const T *p) {
  // CHECK: h.h:[[#@LINE+1]]:3: warning: unbacked: says 'the caller guarantees two elements', and 'second' has no contract that tells them
  // SAFETY: the caller guarantees two elements.
  return p[1];
}
//--- a.cpp
#include "h.h"
int backed(const int *p) {
  // SAFETY: the caller guarantees two elements.
  return p[1];
}
int bare(const int *p) {
  // CHECK: a.cpp:[[#@LINE+1]]:3: warning: unbacked: says 'two elements are required from the caller', and 'bare' has
  // SAFETY: two elements are required from the caller.
  return p[1];
}
int documented(const int *p) {
  // SAFETY: two elements are required from the caller.
  return p[1];
}
int wordless(const int *p) {
  // CHECK: a.cpp:[[#@LINE+1]]:3: warning: unbacked: {{.*}} 'wordless' has
  // SAFETY: two elements are required from the caller.
  return p[1];
}
extern "C" int exported(const int *p, int n) {
  // SAFETY: n elements are required from the caller.
  return p[n - 1];
}
/// # Safety
/// p leads to two elements at least.
static int heading(const int *p) {
  return p[1]; // SAFETY: ensured by callers
}
[[clang::unsafe_buffer_usage]] int marked(const int *p) {
  return p[1]; // SAFETY: ensured by callers
}
/// @safety none
int none(const int *p) {
  // CHECK: a.cpp:[[#@LINE+1]]:16: warning: unbacked: says 'ensured by callers', and 'none'
  return p[1]; // SAFETY: ensured by callers
}
struct View {
  const int *data;
  // SAFETY: i is below the count.
  int get(int i) const {
    return data[i]; // SAFETY: callers must check i
  }
  int at(int i) const {
    // CHECK: a.cpp:[[#@LINE+1]]:21: warning: unbacked: says 'callers must check i', and 'View::at'
    return data[i]; // SAFETY: callers must check i
  }
};
int owner(const int *p) {
  // SAFETY: the caller owns p, which has two elements.
  return p[1];
}
int lambda(const int *p) {
  return [=](int i) {
    // SAFETY: the caller ensures that i is below 2.
    return p[i];
  }(1);
}
// SAFETY: the caller guarantees two elements.
#define SECOND(p) ((p)[1])
int expanded(const int *p) { return SECOND(p); }
int whole(const int *p) {
  // CHECK: a.cpp:[[#@LINE+1]]:3: warning: unbacked: {{.*}} 'whole'
  // SAFETY(function): the caller guarantees two elements.
  return p[1];
}
int main(int argc, char **argv) {
  // SAFETY: the caller guarantees one element.
  return argv[0][0] + backed(&argc) + second(&argc);
}
//--- c.c
/* SAFETY: p leads to two elements at least. */
static int told(const int *p) {
  return p[1]; /* SAFETY: checked by the caller */
}
static int untold(const int *p) {
  // CHECK: c.c:[[#@LINE+1]]:16: warning: unbacked: says 'checked by the caller', and 'untold'
  return p[1]; /* SAFETY: checked by the caller */
}
int use(const int *p) { return told(p) + untold(p); }
