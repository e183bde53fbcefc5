// The kind pointer-to-int in C, where the integer may be too narrow.
// RUN: %check-hosts %s -- -std=gnu17 -Wno-everything

typedef unsigned long size_t;
typedef __UINTPTR_TYPE__ uintptr_t;
struct a {
  int v;
};
enum number { one };
void take(size_t);
void narrow_take(int);

void wide(struct a *p, void (*f)(void)) {
  uintptr_t n = (uintptr_t)p;      // proven: pointer-to-int
  n = (size_t)(void *)p;           // proven: pointer-to-int
  n = (uintptr_t)f;                // proven: pointer-to-int
  take((size_t)p);                 // proven: pointer-to-int
  long s = (long)p;                // proven: pointer-to-int
}

// A part of the address alone: somebody has to say why that is enough.
int narrow(struct a *p, void *v) {
  int n = (int)p;                  // expect: pointer-to-int:11
  n = (unsigned)v;                 // expect: pointer-to-int:7
  short s = (short)p;              // expect: pointer-to-int:13
  unsigned char c = (unsigned char)p; // expect: pointer-to-int:21
  enum number e = (enum number)p;  // expect: pointer-to-int:19
  return (int)p;                   // expect: pointer-to-int:10
}

// Without a cast, where the pointer is written.
int implicit(struct a *p) {
  size_t n = p;                    // proven: pointer-to-int
  int i = p;                       // expect: pointer-to-int:11
  n = p;                           // proven: pointer-to-int
  take(p);                         // proven: pointer-to-int
  narrow_take(p);                  // expect: pointer-to-int:15
  int list[] = {p};                // expect: pointer-to-int:17
  return p;                        // expect: pointer-to-int:10
}

int none(struct a *p) {
  _Bool set = p;
  set = (_Bool)p;
  size_t off = (size_t)0;
  return p ? !p : p && p;
}
