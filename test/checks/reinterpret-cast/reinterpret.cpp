// The kind reinterpret: an object becomes accessible as another type, in every
// spelling; and casts that look alike and reinterpret nothing.
// RUN: %check-hosts %s -- -std=c++23 -Wno-everything

namespace std {
enum class byte : unsigned char {};
template <class T> struct shared_ptr {
  T *get() const;
};
template <class T, class U>
shared_ptr<T> reinterpret_pointer_cast(const shared_ptr<U> &p);
template <class T, class U>
shared_ptr<T> static_pointer_cast(const shared_ptr<U> &p);
template <class T> T &&move(T &t);
template <class It, class F> F for_each(It first, It last, F f) {
  return f;
}
} // namespace std

struct A {
  int a;
};
struct B {
  float b;
};
using IntPtr = int *;
using BRef = B &;
typedef B *BPtr;
enum E : int {};
void take(B *);
void take(const B &);

void spellings(A *p, char *c, int *i, A &r, const A *k) {
  B *b = reinterpret_cast<B *>(p);     // expect: reinterpret:10
  b = (B *)p;                          // expect: reinterpret:7
  b = BPtr(p);                         // expect: reinterpret:7
  b = (BPtr)p;                         // expect: reinterpret:7
  b = reinterpret_cast<decltype(b)>(p); // expect: reinterpret:7
  b = ((B *)((p)));                    // expect: reinterpret:8
  auto d = (const B *)p;               // expect: reinterpret:12
  const B *e = (B *)p;                 // expect: reinterpret:16
  auto f = IntPtr(c);                  // expect: reinterpret:12
  auto *g = (const volatile B *)k;     // expect: reinterpret:13
}

void references(A &r, const A &k) {
  B &s = reinterpret_cast<B &>(r);     // expect: reinterpret:10
  B &t = (B &)r;                       // expect: reinterpret:10
  B &&u = reinterpret_cast<B &&>(r);   // expect: reinterpret:11
  B &v = BRef(r);                      // expect: reinterpret:10
  const B &w = reinterpret_cast<const B &>(k); // expect: reinterpret:16
  float x = reinterpret_cast<B &>(r).b;        // expect: reinterpret:13
  reinterpret_cast<float &>(r.a) = 1;          // expect: reinterpret:3
  take((const B &)r);                          // expect: reinterpret:8
  take(reinterpret_cast<B &&>(std::move(r)));  // expect: reinterpret:8
}

// Whatever the operand is made of.
struct Node {
  int head[4];
  B *as() { return reinterpret_cast<B *>(this); }  // expect: reinterpret:20
  B &ref() { return reinterpret_cast<B &>(*this); } // expect: reinterpret:21
  B *later = (B *)this;                            // expect: reinterpret:14
  Node() : later((B *)head) {}                     // expect: reinterpret:18
};
void operands(A *p, A *q, A local[2], bool yes, A **pp, E *en, Node *n) {
  A here[2];
  B *b = (B *)here;                    // expect: reinterpret
  b = (B *)(here + 1);                 // expect: reinterpret, proven: offset
  b = (B *)local;                      // expect: reinterpret
  b = (B *)(yes ? p : q);              // expect: reinterpret
  b = (B *)(p = q, p);                 // expect: reinterpret
  b = (B *)*pp;                        // expect: reinterpret
  b = *(B **)pp;                       // expect: reinterpret
  b = (B *)&p->a;                      // expect: reinterpret
  b = (B *)n->head;                    // expect: reinterpret
  b = (B *)"four";                     // expect: reinterpret cast-away
  int *i = (int *)en;                  // expect: reinterpret
  int (*rows)[2] = (int (*)[2])i;      // expect: reinterpret
  i = (int *)rows;                     // expect: reinterpret
  b = yes ? (B *)p : (B *)q;           // expect: reinterpret:13 reinterpret:22
  static B *kept = (B *)p;             // expect: reinterpret
  B *list[] = {(B *)p, nullptr};       // expect: reinterpret
  Node **deep = reinterpret_cast<Node **>(&b); // expect: reinterpret
}

void statements(A *p) {
  take((B *)p);                              // expect: reinterpret:8
  if (auto *b = reinterpret_cast<B *>(p))    // expect: reinterpret:17
    take(b);
  for (B *b = (B *)p; b; b = nullptr)        // expect: reinterpret:15
    ;
  auto capture = [b = (B *)p] { return b; }; // expect: reinterpret:23
  auto body = [](A *q) { return (B *)q; };   // expect: reinterpret:33
  auto *made = new B(*(B *)p);               // expect: reinterpret:23
  std::for_each(p, p, [](A &a) { take((B *)&a); }); // expect: reinterpret:39
}
B *returned(A *p) { return (B *)p; }         // expect: reinterpret:28
A space;
B *global = (B *)&space;                     // expect: reinterpret:13
void defaulted(B *b = (B *)&space);          // expect: reinterpret:23
struct Holder {
  B *b, *c;
};
Holder designated = {.b = (B *)&space};      // expect: reinterpret:27

void bytes(A *p, A &r, int *i, const A *k) {
  auto *a = reinterpret_cast<char *>(p);                // proven: reinterpret
  auto *b = reinterpret_cast<const unsigned char *>(p); // proven: reinterpret
  auto *c = reinterpret_cast<std::byte *>(p);           // proven: reinterpret
  auto &d = (unsigned char &)r;                         // proven: reinterpret
  auto *e = reinterpret_cast<unsigned *>(i);            // proven: reinterpret
  auto *f = reinterpret_cast<signed char *>(p);         // expect: reinterpret
  auto *g = reinterpret_cast<long *>(i);                // expect: reinterpret
  auto *h = reinterpret_cast<char **>(&p);              // expect: reinterpret
  auto *j = (const char *)k;                            // proven: reinterpret
  auto *l = (char8_t *)p;                               // expect: reinterpret
  auto *m = (bool *)p;                                  // expect: reinterpret
  auto *n = (float *)i;                                 // expect: reinterpret
  // Not back again: what lives there is not to be seen.
  auto *o = reinterpret_cast<A *>(a);                   // expect: reinterpret
}

void smart(std::shared_ptr<A> p, std::shared_ptr<B> q) {
  auto a = std::reinterpret_pointer_cast<B>(p);             // expect: reinterpret:12
  auto b = std::reinterpret_pointer_cast<unsigned char>(p); // proven: reinterpret
  auto c = std::static_pointer_cast<A>(p);
  auto d = (B *)p.get();                                    // expect: reinterpret
}

// Nothing is reinterpreted.
struct Base {};
struct Derived : Base {};
void none(A *p, const A *k, Derived *d, int *i, char **list, A &r) {
  A *g = (A *)p;                       // proven: reinterpret
  A *same = reinterpret_cast<A *>(p);  // proven: reinterpret
  const A *h = static_cast<const A *>(p);
  auto f = IntPtr{i};
  void *v = (void *)p;
  v = p;
  v = reinterpret_cast<void *>(p);
  Base *b = (Base *)d;
  b = static_cast<Base *>(d);
  A &t = static_cast<A &>(r);
  A copy = (A)r;
  double x = (double)*i;
  long y = (long)*i;
  B *null = (B *)nullptr;
  (void)p;
  auto decayed = auto(p);
  decayed = auto{p};
  static_assert(sizeof(reinterpret_cast<B &>(r)) == 4);
  decltype((B *)p) unevaluated = nullptr;
}

// In macros: at the definition when nothing that selects comes from outside.
#define AS_B(p) ((B *)(p))
#define SPACE_AS_B ((B *)&space) // expect: reinterpret:21
#define CAST(T, p) reinterpret_cast<T>(p)
#define PASTE(x, y) x##y
#define THROUGH(x) AS_B(x)
void macros(A *p) {
  B *b = AS_B(p);              // expect: reinterpret:10
  b = SPACE_AS_B;
  b = CAST(B *, p);            // expect: reinterpret:7
  b = THROUGH(p);              // expect: reinterpret:7
  b = PASTE(reinterpret_, cast)<B *>(p); // expect: reinterpret:7
  b = AS_B((A *)(B *)p);       // expect: reinterpret:7 reinterpret:12 reinterpret:17
}

// In templates, once at the pattern.
template <class T> B *never(T *p) {
  return reinterpret_cast<B *>(p);  // expect: reinterpret~possible
}
template <class T> T *seen(A *p) { return (T *)p; } // expect: reinterpret
template B *seen<B>(A *);
template long *seen<long>(A *);
template <class To, class From> To &as(From &f) {
  return reinterpret_cast<To &>(f); // expect: reinterpret
}
template B &as<B>(A &);
template <class To, class From> To functional(From f) {
  return To(f);                     // expect: reinterpret~possible
}
template BPtr functional<BPtr>(A *);
template int functional<int>(long);
template <class T> T *bytesOf(T *p) {
  auto *c = reinterpret_cast<char *>(p); // proven: reinterpret
  return p;
}
template A *bytesOf(A *);
template <class T> struct Storage {
  alignas(T) unsigned char room[sizeof(T)];
  T *get() { return reinterpret_cast<T *>(room); } // expect: reinterpret:21
  T &ref() { return (T &)room; }                   // expect: reinterpret:21
};
A *stored(Storage<A> &s) { return s.ref().a ? s.get() : nullptr; }
auto generic = [](auto *p) { return (B *)p; }; // expect: reinterpret
auto used = generic(&space);
