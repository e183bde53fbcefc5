// The kind cast-away: const or volatile is cast away, at any level.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

namespace std {
template <class T> struct shared_ptr {};
template <class T, class U>
shared_ptr<T> const_pointer_cast(const shared_ptr<U> &p);
template <class T> const T &as_const(T &t) { return t; }
} // namespace std
struct A {
  int a;
  int &get() { return a; }
  const int &get() const { return a; }
  int &lazy() const { return const_cast<A *>(this)->a; }   // expect: cast-away:30
  int &self() const { return const_cast<A &>(*this).get(); } // expect: cast-away:30
  A *me() const { return (A *)this; }                      // expect: cast-away:26
};
struct B {
  float b;
};
using IntPtr = int *;
using APtr = A *;
void legacy(char *);
void take(A &);
const A shared{};

void spellings(const A *p, const A &r, A *m, const int *i) {
  A *a = const_cast<A *>(p);          // expect: cast-away:10
  a = (A *)p;                         // expect: cast-away:7
  a = APtr(p);                        // expect: cast-away:7
  A &b = const_cast<A &>(r);          // expect: cast-away:10
  A &&moved = const_cast<A &&>(r);    // expect: cast-away:15
  A &c = (A &)r;                      // expect: cast-away:10
  const_cast<A *>(p)->a = 1;          // expect: cast-away:3
  const_cast<int &>(r.a) = 1;         // expect: cast-away:3
  legacy(const_cast<char *>("text")); // expect: cast-away:10
  legacy((char *)"text");             // expect: cast-away:10
  take(const_cast<A &>(shared));      // expect: cast-away:8
  auto lambda = [q = const_cast<A *>(p)] { return q; }; // expect: cast-away:22
  int &x = const_cast<int &>(std::as_const(m->a));      // expect: cast-away:12
}
A *global = const_cast<A *>(&shared); // expect: cast-away
void defaulted(A *a = (A *)&shared);  // expect: cast-away
struct Member {
  A *a = (A *)&shared;                // expect: cast-away
};

void volatiles(volatile int *v, const volatile int *cv, volatile A &r) {
  int *d = const_cast<int *>(v);      // expect: cast-away
  d = (int *)v;                       // expect: cast-away
  d = (int *)cv;                      // expect: cast-away
  const int *h = const_cast<const int *>(cv);       // expect: cast-away
  volatile int *w = const_cast<volatile int *>(cv); // expect: cast-away
  A &a = const_cast<A &>(r);          // expect: cast-away
  int n = const_cast<A &>(r).a;       // expect: cast-away
}

// At inner levels, and through arrays.
void levels(const A *const *pp, const char **list, const int (*rows)[4],
            const A *const fixed[2], char *const *kc, const int *(*array)[2]) {
  auto a = const_cast<A *const *>(pp);   // expect: cast-away
  auto b = const_cast<const A **>(pp);   // expect: cast-away
  auto c = const_cast<char **>(list);    // expect: cast-away
  c = (char **)list;                     // expect: cast-away
  c = (char **)kc;                       // expect: cast-away
  auto d = (int (*)[4])rows;             // expect: cast-away
  auto e = const_cast<A **>(fixed);      // expect: cast-away
  auto f = (int *(*)[2])array;           // expect: cast-away
  // Through the result a const object could be handed in unnoticed.
  auto g = (const char **)kc;            // expect: cast-away
}
void holes(char **list) {
  auto a = (const char **)list;          // expect: cast-away~possible
  auto b = const_cast<const char **>(list); // expect: cast-away~possible
  auto c = (const char *const *)list;
  const char *const *d = list;
}

// Two things change, and each asks its own question.
void both(const A *p, const A &r, const void *v) {
  B *e = (B *)p;                      // expect: cast-away:10 reinterpret:10
  B &f = (B &)r;                      // expect: cast-away:10 reinterpret:10
  A *a = (A *)v;                      // expect: cast-away:10 from-void:10
  char *c = (char *)p;                // expect: cast-away:13, proven: reinterpret:13
  void *w = (void *)p;                // expect: cast-away:13
  auto n = (unsigned long)p;          // proven: pointer-to-int
}

void smart(std::shared_ptr<const A> q, std::shared_ptr<A> p) {
  auto b = std::const_pointer_cast<A>(q); // expect: cast-away:12
  auto c = std::const_pointer_cast<const A>(p);
  auto d = std::const_pointer_cast<const A>(q);
}

void none(const A *p, A *m, const A &r, const volatile int *cv, A &l) {
  const A *g = const_cast<const A *>(m);
  g = (const A *)p;                   // proven: reinterpret
  const A &c = const_cast<const A &>(l);
  A copy = (A)r;
  int value = (int)*cv;               // expect: read
  A *same = const_cast<A *>(m);
  void *const fixed = m;
  void *plain = (void *)fixed;
  const int top = 1;
  int n = (int)top;
  const A *const k = p;
  auto j = (const A *)k;              // proven: reinterpret
}

#define UNCONST(p) const_cast<A *>(p)
#define SHARED ((A *)&shared)         // expect: cast-away:17
void macros(const A *p) {
  A *a = UNCONST(p);                  // expect: cast-away:10
  a = SHARED;
}

template <class T> T *never(const T *p) {
  return const_cast<T *>(p);          // expect: cast-away~possible
}
template <class T> T *seen(const T *p) {
  return const_cast<T *>(p);          // expect: cast-away
}
template A *seen(const A *);
template <class T> T &reference(const T &r) {
  return const_cast<T &>(r);          // expect: cast-away
}
template A &reference(const A &);
template <class T> T *cstyle(const T *p) {
  return (T *)p;                      // expect: cast-away
}
template A *cstyle(const A *);
template <class To, class From> To bare(From f) {
  return const_cast<To>(f);           // expect: cast-away~possible
}
template A *bare<A *>(const A *);
template const A *bare<const A *>(A *);
