// An integer is added to or subtracted from a pointer.
// RUN: %check-hosts %s -- -std=c++23 -Wno-everything
#include "Inputs/std.h"

struct Point {
  int x, y;
};
enum Unscoped { Zero, One };
enum class Scoped { Zero };
struct Index {
  operator long() const;
};
struct PointerLike {
  operator int *() const;
};
int *data();

void operators(int *p, const Point *q, unsigned n, int *&r) {
  int *a = p + n;    // expect: offset:12
  a = n + p;         // expect: offset:7
  a = p - n;         // expect: offset:7
  a += n;            // expect: offset:3
  a -= 1;            // expect: offset:3
  r += n;            // expect: offset:3
  q = (q) + 1;       // expect: offset:7
  a = p + (n + 1);   // expect: offset:7
  a = p + n + n;     // expect: offset:7 offset:7
  a = n + (p - n);   // expect: offset:7 offset:12
  a = p + (a - p);   // expect: offset:7 difference:12
  (a += n) -= n;     // expect: offset:4 offset:3
  a = &*(p + n);     // expect: offset:10
  *(p + n) = *(p - 1); // expect: offset:5 offset:16
  (q + n)->*&Point::x; // expect: offset:4
  (q - n)->y;          // expect: offset:4
}

void indices(int *p, Unscoped e, Scoped s, Index i, bool b, char c, __int128 w) {
  p + e;            // expect: offset
  p + One;          // expect: offset
  p + i;            // expect: offset
  i + p;            // expect: offset
  p - i;            // expect: offset
  p += i;           // expect: offset
  p + b;            // expect: offset
  p + 'a';          // expect: offset
  c + p;            // expect: offset
  w + p;            // expect: offset
  p + (int)s;       // expect: offset
  p + -1;           // expect: offset:3
  p + (c, c);       // expect: offset
  p + (b ? 1 : c);  // expect: offset
}

int global[8], matrix[4][8];
extern int unknown[];
struct Holder {
  int *p;
  int cells[8];
  int *const fixed;
  int tail[];
  int *get();
  void members(int n, Holder *next, int *Holder::*m, int (Holder::*a)[8]) {
    p + n;            // expect: offset:5
    this->p + n;      // expect: offset:5
    next->p += n;     // expect: offset:5
    cells + n;        // expect: offset:5
    next->cells + n;  // expect: offset:5
    next->tail + n;   // expect: offset:5
    fixed + n;        // expect: offset:5
    this + n;         // expect: offset:5
    n + this;         // expect: offset:5
    get() + n;        // expect: offset:5
    this->*m + n;     // expect: offset:5
    next->*m += n;    // expect: offset:5
    next->*a + n;     // expect: offset:5
  }
};

using Pointer = int *;
typedef int Row[8];
int *function(int);
void pointers(int *p, int n, int v[], int w[8], int (&r)[8], int (*rows)[8],
              Pointer alias, Row row, int **pp, PointerLike like, void *v0,
              int *restrict_ __attribute__((nonnull)), int *volatile vp,
              bool b, Holder &h, int *const *cpp) {
  v + n;              // expect: offset
  w + n;              // expect: offset
  row + n;            // expect: offset
  r + n;              // expect: offset
  rows + n;           // expect: offset
  *rows + n;          // expect: offset:3
  *(rows + n) + n;    // expect: offset:3 offset:5
  global + n;         // expect: offset
  unknown + n;        // expect: offset
  matrix + n;         // expect: offset
  matrix[1] + n;      // expect: offset:3  proven: array-index
  "text" + n;         // expect: offset:3
  __func__ + n;       // expect: offset:3
  n + "text";         // expect: offset:3
  alias + n;          // expect: offset
  Pointer(p) + n;     // expect: offset:3  proven: reinterpret
  *pp + n;            // expect: offset:3
  **pp + n;
  *pp += n;           // expect: offset:3
  *cpp + n;           // expect: offset:3
  like + n;           // expect: offset:3
  vp + n;             // expect: offset, proven: read
  vp += n;            // expect: offset, proven: read-modify-write
  &n + n;             // expect: offset:3
  &h.cells[0] + n;    // expect: offset:3  proven: array-index
  &h + n;             // expect: offset:3
  (b ? p : alias) + n;   // expect: offset:3
  (b ? global : w) + n;  // expect: offset:3
  (p ?: alias) + n;      // expect: offset:3
  (n, p) + n;            // expect: offset:3
  (p = alias) + n;       // expect: offset:3
  (b ? p + 1 : p) + n;   // expect: offset:3 offset:8
  function(n) + n;       // expect: offset:3
  (char *)p + n;         // expect: offset:3  proven: reinterpret
  static_cast<int *>(v0) + n; // expect: offset:3 from-void:3
  new int[n] + n;        // expect: offset:3
  (int[]){1, 2} + n;     // expect: offset:3
  ({ p; }) + n;          // expect: offset:3
  ({ p + n; });          // expect: offset:6
  std::to_address(p) + n;   // expect: offset:3
  std::addressof(n) + n;    // expect: offset:3
  std::begin(global) + n;   // expect: offset:3
  std::move(p) + n;         // expect: offset:3
  _Generic(n, int: p, default: v0) + n; // expect: offset:3
}

// What looks alike and is none.
struct Overloaded {
  Overloaded operator+(int);
  Overloaded &operator+=(int);
  friend Overloaded operator-(int *, Overloaded);
};
void negatives(int n, Overloaded o, std::vector<int> &v, std::string_view s,
               std::array<int, 4> a, int *p, int Holder::*m) {
  n = n + 1;
  n += 2;
  o + n;
  o += 1;
  p - o;
  v.begin() + n;
  v.begin() += n;
  s.begin() + n;
  a.begin() + 1;
  auto i = s.begin();
  i += 2;
  +p;
  p == p;
  sizeof(p + n);
  noexcept(p + n);
  decltype(p + n) x = p;
  __builtin_constant_p(p + n);
}

// What yields a container's iterator as a plain pointer is a plain pointer.
void decayed(std::string_view s, int n) {
  const char *p = s.begin();
  p + n;                 // expect: offset
  s.data() + n;          // expect: offset
  std::string_view::iterator i = s.begin() + n;
  const std::string_view::const_iterator &r = i;
  r + n;
}

// Deduced types.
struct Pair {
  int *first;
  int count;
};
void deduced(Pair pair, int *(&array)[2], int n) {
  auto p = data();
  p + n;                // expect: offset
  auto *q = data();
  q += n;               // expect: offset
  auto &&r = data();
  r - n;                // expect: offset
  decltype(auto) s = data();
  s + n;                // expect: offset
  decltype(p) t = p;
  t + n;                // expect: offset
  auto [first, count] = pair;
  first + count;        // expect: offset
  auto &[a, b] = array;
  a += n;               // expect: offset
  auto &[r0, r1] = (int(&)[2][8])matrix; // expect: reinterpret
  r1 + n;               // expect: offset
  if (auto x = data(); x + n) // expect: offset:24
    return;
}

// Places; the other contexts are in initializers.cpp.
int *initialized = data() + 1;               // expect: offset:20
struct Places : Pair {
  int *member = data() + 2;                  // expect: offset:17
  Places(int *p) : Pair{p + 1, 0}, member(p + 2) {} // expect: offset:25 offset:43
  Places() : Places(data() + 1) {}           // expect: offset:21
  void defaulted(int *p = data() + 3);       // expect: offset:27
  int *operator()(int *p) noexcept(false) { return p + 1; } // expect: offset:52
  operator int *() { return member + 1; }    // expect: offset:29
};
Pair designated = {.first = data() + 4};     // expect: offset:29
int *list[] = {data() + 1, {data() + 2}, [4] = data() + 3}; // expect: offset:16 offset:29 offset:48

Task coroutine(int *p, int n) {
  co_yield p + n;                            // expect: offset:12
  co_return;
}

void statements(int *p, int n, char *b) {
  for (char *c = b, *e = b + n; c != e; c += 1); // expect: offset:26 offset:41
  for (int *i : {p + 1, p})                  // expect: offset:18
    ;
  switch (int *q = p + 1; *q) {              // expect: offset:20
  case 1:
    throw p + 2;                             // expect: offset:11
  default:
    return;
  }
  while (int *q = p + n)                     // expect: offset:19
    p = q;
  new (p + 1) int;                           // expect: offset:8
  delete (p - 1);                            // expect: offset:11
  asm("" : : "r"(p + 1));                    // expect: offset:18
  auto init = [q = p + n] { return q; };     // expect: offset:20
  auto inside = [=](int *q = data() + 1) { return p + n; }; // expect: offset:30 offset:51
  static int *once = p + 1;                  // expect: offset:22
  struct Local {
    int *f(int *q) { return q + 1; }         // expect: offset:29
  };
}

// To the end of an object, or of what knows its own size.
extern "C" std::size_t strlen(const char *);
void ends(std::string &s, std::vector<int> &v, std::string_view w, int i,
          const char *c, Pair *p, std::vector<int> *u) {
  s.data() + s.size();                       // proven: offset
  s.c_str() + s.length();                    // proven: offset
  w.size() + w.data();                       // proven: offset
  v.data() + v.size();                       // proven: offset
  u->data() + u->size();                     // proven: offset
  c + strlen(c);                             // proven: offset
  &i + 1;                                    // proven: offset
  (char *)&i + sizeof(i);                    // proven: offset reinterpret
  (char *)p->first + sizeof(*p->first);      // expect: offset  proven: reinterpret
  *(v.data() + v.size());                    // expect: offset
  (v.data() + v.size())[-1];                 // expect: subscript  proven: offset
  v.data() + v.size() - 1;                   // expect: offset  proven: offset
  v.data() + (v.size() + 1);                 // expect: offset
  v.data() + u->size();                      // expect: offset
  v.data() + s.size();                       // expect: offset
  (long *)v.data() + v.size();               // expect: offset reinterpret
  (char *)v.data() + v.size();               // expect: offset  proven: reinterpret
  c + strlen(s.data());                      // expect: offset
  c - strlen(c);                             // expect: offset
  &i + 2;                                    // expect: offset
  &i - 1;                                    // expect: offset
  *(&i + 1);                                 // expect: offset
}

#define PLUS(p, n) ((p) + (n))
#define GLOBAL_PLUS (pointer + 1)            // expect: offset:22
#define PASTE(a) pointer a##= 1              // expect: offset:18
extern int *pointer;
void macros(int *p, int n) {
  PLUS(p, n);                                // expect: offset:3
  GLOBAL_PLUS, GLOBAL_PLUS;
  PASTE(+);
}

template <class T> void pattern(T *p, T *&r, int n) {
  p + n;                                     // expect: offset~possible
  n + p;                                     // expect: offset~possible
  p - 1;                                     // expect: offset~possible
  r += n;                                    // expect: offset~possible
}
template <class T> void instantiated(T *p, int n) {
  p + n;                                     // expect: offset
  p -= n;                                    // expect: offset
}
template void instantiated(int *, int);
template void instantiated(char *, int);
