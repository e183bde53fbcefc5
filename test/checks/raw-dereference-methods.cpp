// What a call of a member function asks of the object, whose type says how it
// is aligned; the call has none.
// RUN: %warrant scan --root %S --checks '-*,raw-dereference' --notes %s \
// RUN:   -- -std=c++17 | FileCheck %s
struct Words {
  int word;
  void clear();
  template <class T> T as();
};
struct Bytes {
  char byte;
  void clear();
};

void words(Words *w) { w->clear(); }
// CHECK: raw-dereference-methods.cpp:[[@LINE-1]]:24: warning: undocumented 'member-access'
// CHECK-NEXT: note: nothing says why this holds: {{.*}} alignment,
void more(Words *w) { w->as<int>(); }
// CHECK: raw-dereference-methods.cpp:[[@LINE-1]]:23: warning: undocumented 'member-access'
// CHECK-NEXT: note: nothing says why this holds: {{.*}} alignment,
void bytes(Bytes *b) { b->clear(); }
// CHECK: raw-dereference-methods.cpp:[[@LINE-1]]:24: warning: undocumented 'member-access'
// CHECK-NEXT: note: nothing says why this holds: bounds, lifetime, null, initialized
