// A pointer is incremented or decremented.
// RUN: %check-hosts %s -- -std=c++23 -Wno-everything
#include "Inputs/std.h"

struct Node {
  Node *next;
  int *p;
  const char *names[4];
  int *&reference;
  mutable char *cursor;
  void members(Node *other, int *Node::*m, Node &&moved) const;
  void members(Node *other, int *Node::*m, Node &&moved) {
    p++;               // expect: step:5
    ++this->p;         // expect: step:5
    other->p--;        // expect: step:5
    (*other).p++;      // expect: step:5
    other->next->p++;  // expect: step:5
    reference++;       // expect: step:5
    (this->*m)++;      // expect: step:5
    ++(other->*m);     // expect: step:5
    moved.p++;         // expect: step:5
    names[1]++;        // expect: step:5  proven: array-index
    next->next++;      // expect: step:5
  }
};

void operators(int *p, const char **s, int &n, int *&r, int *volatile v,
               Node *q, void (**f)(), int (*rows)[4], int array[], bool b) {
  ++p;                 // expect: step:3
  p++;                 // expect: step:3
  --p;                 // expect: step:3
  p--;                 // expect: step:3
  ++*s;                // expect: step:3
  (*s)++;              // expect: step:3
  *s++;                // expect: step:4
  **s++;               // expect: step:5
  *++*s;               // expect: step:4
  ++s[n];              // expect: step:3 subscript:5
  s[n]++;              // expect: step:3 subscript:3
  *p++ = n--;          // expect: step:4
  *p++ = *r++;         // expect: step:4 step:11
  (*p++)++;            // expect: step:5
  p++[n];              // expect: step:3 subscript:3
  (++p)--;             // expect: step:4 step:3
  ++r;                 // expect: step:3
  v++;                 // expect: step:3, proven: read-modify-write:3
  q++->p;              // expect: step:3
  (++q)->p++;          // expect: step:4 step:3
  f++;                 // expect: step:3
  rows++;              // expect: step:3
  (*rows++)[n];        // expect: step:5 array-index:3
  array++;             // expect: step:3
  (b ? p : r)++;       // expect: step:3
  (n, p)++;            // expect: step:3
  (p = r)++;           // expect: step:3
  (p += 1)++;          // expect: step:3 offset:4
  ++*&p;               // expect: step:3
  ++(int *&)r;         // expect: step:3  proven: reinterpret
  ++(*&r);             // expect: step:3
  p += (p++, n);       // expect: step:9 offset:3
}

// Deduced and aliased types.
using Bytes = unsigned char *;
struct Pair {
  char *begin, *end;
};
Bytes bytes();
void deduced(Bytes b, Pair pair, char *(&ends)[2]) {
  b++;                 // expect: step
  auto p = bytes();
  ++p;                 // expect: step
  auto &&r = bytes();
  ++r;                 // expect: step
  decltype(auto) s = (p);
  --s;                 // expect: step
  decltype(p) t = p;
  t++;                 // expect: step
  auto [begin, end] = pair;
  ++begin;             // expect: step
  auto &[first, last] = ends;
  --last;              // expect: step
  auto *q = bytes(), *z = q;
  z--;                 // expect: step
}

// What looks alike and is none.
struct Cursor {
  int *at;
  Cursor &operator++();
  Cursor operator++(int);
  int *operator->();
};
void negatives(Cursor c, std::vector<int> &v, std::string_view s, int *p) {
  ++c;
  c++;
  ++*p;
  (*p)--;
  ++p[0];              // expect: subscript
  auto i = v.begin();
  ++i;
  auto j = s.begin();
  ++j;
  for (std::string_view::const_iterator k = s.begin(); k != s.end(); k++)
    ;
  std::array<int, 4> a;
  for (auto k = a.begin(); k != a.end(); ++k)
    ;
  for (int x : a)
    ++x;
  sizeof(p++);
  decltype(p++) q = p;
  noexcept(++p);
  bool b = p != q;
}

// Places.
char *global = "text";                        // expect: cast-away
char *next = ++global;                        // expect: step:14
int letter = *global++;                       // expect: step:15
struct Places {
  char *member = global++;                    // expect: step:18
  Places(char *p) : member(++p) { member++; } // expect: step:28 step:35
  Places(char **p) : Places((*p)++) {}        // expect: step:29
  Places(int, char c = *global++);            // expect: step:25
  ~Places() noexcept(false) { --member; }     // expect: step:31
  void operator()(char *&p) { p++; }          // expect: step:31
  void chars(Pair p) {
    Pair copy = {.begin = p.begin++, .end = --p.end}; // expect: step:27 step:45
    auto init = [q = p.begin++]() mutable { return *q++; }; // expect: step:22 step:53
    auto all = [&, this] { return *member++ + *p.end--; }; // expect: step:36 step:48
    auto nested = [&] { return [&] { return ++p.begin; }(); }; // expect: step:45
    auto with = [](char c = *global++) { return c; }; // expect: step:30
  }
};

Task coroutine(const char *p) {
  while (*p)
    co_yield *p++;                            // expect: step:15
  co_await (++p, std::suspend_always());      // expect: step:13
}

int statements(const char *p, const char *e, char *b) {
  for (char *c = b; c != e; ++c)              // expect: step:29
    *c = 0;
  for (; p < e; p++, --e)                     // expect: order:10 step:17 step:22
    if (char c = *p++)                        // expect: step:19
      continue;
  do
    ++p;                                      // expect: step:5
  while (*p++);                               // expect: step:11
  switch (*++p) {                             // expect: step:12
  case 1:
    p--;                                      // expect: step:5
  }
  new int(*p++);                              // expect: step:12
  asm("" : "+r"(*b++));                       // expect: step:18
  static int once = *p++;                     // expect: step:22
  return (p++, *--p);                         // expect: step:11 step:17
}

#define TAKE(p) (*(p)++)
#define NEXT (global++)                       // expect: step:15
#define STEP(op) op##op global                // expect: step:18
int macros(char *p) {
  STEP(+);
  return TAKE(p) + *NEXT + *NEXT;             // expect: step:10
}

template <class T> T pattern(T *p, T **q, const T *&r) {
  ++p;                                        // expect: step~possible
  p--;                                        // expect: step~possible
  ++*q;                                       // expect: step~possible
  return *r++;                                // expect: step~possible
}
template <class T> T *instantiated(T *p) {
  return ++p;                                 // expect: step
}
template int *instantiated(int *);
template long *instantiated(long *);
