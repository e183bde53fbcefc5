// The kind pointer-to-int: an address becomes an integer. It is proven where
// the integer holds it all.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

namespace std {
using uintptr_t = unsigned long;
using intptr_t = long;
} // namespace std
struct A {
  int a;
  unsigned long id() const { return (unsigned long)this; } // proven: pointer-to-int
  int method();
};
enum Number : unsigned long {};
using Word = unsigned long;
void take(unsigned long);
int twice(int);

void wide(A *p, const A *k, volatile int *v, void *any, void (*f)(), A (&list)[2]) {
  auto n = reinterpret_cast<std::uintptr_t>(p); // proven: pointer-to-int
  n = (unsigned long)p;                         // proven: pointer-to-int
  n = Word(p);                                  // proven: pointer-to-int
  n = reinterpret_cast<std::intptr_t>(k);       // proven: pointer-to-int
  n = (long)any;                                // proven: pointer-to-int
  n = (unsigned long long)v;                    // proven: pointer-to-int
  n = (unsigned long)f;                         // proven: pointer-to-int
  n = (unsigned long)&twice;                    // proven: pointer-to-int
  n = (unsigned long)twice;                     // proven: pointer-to-int
  n = (unsigned long)list;                      // proven: pointer-to-int
  n = (unsigned long)&p->a;                     // proven: pointer-to-int
  n = (unsigned long)"text";                    // proven: pointer-to-int
  n = (unsigned __int128)p;                     // proven: pointer-to-int
  auto e = (Number)(unsigned long)p;            // proven: pointer-to-int
  take((unsigned long)p);                       // proven: pointer-to-int
  if ((unsigned long)p & 3)                     // proven: pointer-to-int
    return;
  unsigned low = (unsigned)(unsigned long)p;    // proven: pointer-to-int
  auto lambda = [n = (unsigned long)p] { return n; }; // proven: pointer-to-int
}

void none(A *p, void (*f)(), int A::*m) {
  bool set = (bool)p;
  set = static_cast<bool>(p);
  set = bool(p);
  set = p;
  set = !p;
  set = !!p;
  set = p && f;
  set = (bool)m;
  unsigned long n = (unsigned long)nullptr;
  n = static_cast<unsigned long>(set);
  n = sizeof((unsigned long)p);
  if (p)
    return;
}

#define ADDRESS(p) ((unsigned long)(p))
#define ALIGNED(p, n) ((((std::uintptr_t)(p)) & ((n)-1)) == 0)
bool macros(A *p) {
  take(ADDRESS(p));                             // proven: pointer-to-int
  return ALIGNED(p, 4);                         // proven: pointer-to-int
}

template <class T> unsigned long address(T *p) {
  return reinterpret_cast<unsigned long>(p);    // proven: pointer-to-int
}
template unsigned long address(A *);
template <class To> To dependent(A *p) {
  return (To)p;                                 // proven: pointer-to-int~possible
}
template unsigned long dependent<unsigned long>(A *);
template bool dependent<bool>(A *);
