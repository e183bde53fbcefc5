// Operations on a bare type parameter: `possible` where it becomes a raw
// pointer in this unit, nothing else.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything
#include "Inputs/std.h"

struct Cursor {
  int *at;
  int &operator*() const;
  Cursor &operator++();
  Cursor operator++(int);
  Cursor &operator--();
  Cursor operator+(long) const;
  Cursor operator-(long) const;
  Cursor &operator+=(long);
  long operator-(Cursor) const;
  bool operator<(Cursor) const;
  bool operator!=(Cursor) const;
  int &operator[](long) const;
};

template <class It, class N> long forms(It i, It end, N n) {
  ++i;                  // expect: step:3~possible
  i++;                  // expect: step:3~possible
  --i;                  // expect: step:3~possible
  *i++;                 // expect: step:4~possible
  i + n;                // expect: offset:3~possible
  i - n;                // expect: offset:3~possible
  i += n;               // expect: offset:3~possible
  i[n];                 // expect: subscript:3~possible
  i + n + n;            // expect: offset:3~possible offset:3~possible
  i < end;              // expect: order:3~possible
  i != end;
  *i;
  std::next(i);         // expect: advance:3~possible
  std::next(i, n);      // expect: advance:3~possible
  std::distance(i, end); // expect: difference:3~possible
  auto j = i;
  ++j;                  // expect: step:3~possible
  auto &k = i;
  k[n];                 // expect: subscript:3~possible
  for (It l = i; l < end; ++l) // expect: order:18~possible step:27~possible
    ;
  return end - i;       // expect: difference:10~possible
}
long pointer(int *p) { return forms(p, p, 1); }
long cursor(Cursor c) { return forms(c, c, 1); }
long another(char *p) { return forms(p, p, 1L); }

template <class It, class N> long quiet(It i, It end, N n) {
  ++i, i + n, i += n, i[n], i < end, std::next(i);
  return end - i;
}
long quietly(Cursor c, std::vector<int> &v) {
  return quiet(c, c, 1);
}
template <class It> long never(It i, int n) { return i[n] + *++i; }

// A reference, a const one, a forwarded one.
template <class It> void references(It &i, const It &c, It &&f, int n) {
  ++i;                  // expect: step~possible
  c + n;                // expect: offset~possible
  f += n;               // expect: offset~possible
}
void refer(int *p) { references<int *>(p, p, std::move(p), 1); }

// Class templates.
template <class It> struct Range {
  It first, last;
  long size() const { return last - first; }             // expect: difference:30~possible
  auto &operator[](int n) const { return first[n]; }     // expect: subscript:42~possible
  Range &operator++() { return ++first, *this; }         // expect: step:32~possible
  bool unused() const { return first < last; }
  template <class N> It plus(N n);
  struct Inner {
    It at;
    void step() { ++at; }                                // expect: step:19~possible
  };
};
template <class It> template <class N> It Range<It>::plus(N n) {
  return first + n;     // expect: offset~possible
}
template <class It> Range(It, It) -> Range<It>;
int ranges(Range<int *> r, Range<Cursor> c, Range<int *>::Inner i) {
  i.step(), ++r, ++c, r.plus(1), c.plus(1);
  return r.size() + c.size() + r[1] + c[1];
}
int guided(int *p, Cursor c) { return Range(p, p)[1] + Range(c, c)[1]; }

// Partial specializations: which of them is used decides.
template <class T> struct Traits {
  static T next(T t) { return t + 1; }
};
template <class T> struct Traits<T *> {
  static T *next(T *t) { return t + 1; }                 // expect: offset
};
template <class T> struct Traits<const T *> {
  static const T *next(const T *t) { return t + 1; }     // expect: offset~possible
};
template <> struct Traits<char *> {
  static char *next(char *t) { return t + 1; }           // expect: offset
};
int *traits(int *p, long n) {
  Traits<long>::next(n);
  return Traits<int *>::next(p);
}

// A base, a derived class, a template as an argument.
template <class Derived> struct Crtp {
  auto at(int n) {
    return static_cast<Derived *>(this)->begin()[n];     // expect: subscript~possible downcast~possible
  }
  auto next() { return ++self().cursor; }                // expect: step~possible
  Derived &self() { return *static_cast<Derived *>(this); } // expect: downcast~possible
};
struct Concrete : Crtp<Concrete> {
  int *cursor;
  int *begin();
};
int crtp(Concrete c) { return c.at(1) + *c.next(); }
template <class T> struct Base {
  T base;
};
template <class T> struct Inheriting : Base<T> {
  using Base<T>::base;
  auto at(int n) { return base[n] + *(this->base + n); } // expect: subscript~possible offset~possible
};
int inheriting(Inheriting<int *> i) { return i.at(1); }
template <template <class> class C, class T> auto through(C<T> c, int n) {
  return c.base[n];     // expect: subscript~possible
}
int passed(Base<int *> b) { return through(b, 1); }

// Variable templates, members, friends and local classes.
template <class T> T shifted = T() + 1; // expect: offset~possible
template <class T> T never_shifted = T() + 1;
int *useShifted() { return shifted<int *> + shifted<long>; } // expect: offset
struct Members {
  template <class It> static It next(It i) { return ++i; } // expect: step:53~possible
  template <class It> It later(It i);
  template <class It> operator It() const { return It() + 1; } // expect: offset~possible
  template <class It> Members(It i, It e) : length(e - i) {} // expect: difference~possible
  long length;
};
template <class It> It Members::later(It i) {
  return i + 1;         // expect: offset~possible
}
int members(int *p, Members m) {
  char *converted = m;
  return *Members::next(p) + *m.later(p) + Members(p, p).length;
}
template <class T> struct Friendly {
  T t;
  friend T hidden(Friendly f) { return f.t + 1; }        // expect: offset~possible
  friend T unused(Friendly f) { return f.t + 1; }
};
int *befriend(Friendly<int *> f) { return hidden(f); }
template <class It> auto local(It i) {
  struct Local {
    It i;
    auto next() { return ++i; }                          // expect: step~possible
  };
  return Local{i}.next();
}
int *localized(int *p) { return local(p); }

// Concepts, requires-clauses and discarded branches.
template <class T> concept Indexable = requires(T t, int n) { t[n], t + n; };
template <Indexable T> auto constrained(T t) requires requires { t - 1; } {
  return t[1];          // expect: subscript~possible
}
auto abbreviated(Indexable auto t) { return t[1]; }      // expect: subscript~possible
auto several(auto first, auto second) { return first - second; } // expect: difference~possible
int concepts(int *p) { return constrained(p) + abbreviated(p) + several(p, p); }
template <class T> inline constexpr bool isPointer = false;
template <class T> inline constexpr bool isPointer<T *> = true;
template <class T> auto branches(T t) {
  if constexpr (isPointer<T>)
    return t + 1;       // expect: offset~possible
  else
    return t + 2;
}
int *branched(int *p, int n) { return branches(p) + branches(n); } // expect: offset

// Explicit instantiations count, declarations of some that are elsewhere don't.
template <class T> struct Explicit {
  T t;
  auto next() { return t + 1; }                          // expect: offset~possible
};
template struct Explicit<int *>;
template <class T> struct Extern {
  T t;
  auto next() { return t + 1; }
  T *spelled(T *p) { return p + 1; }                     // expect: offset~possible
};
extern template struct Extern<int *>;
template <class T> T explicitly(T t) { return t + 1; }   // expect: offset~possible
template int *explicitly<int *>(int *);
template <class T> T elsewhere(T t) { return t + 1; }
extern template int *elsewhere<int *>(int *);
template <class T> T specialized(T t) { return t + 1; }
template <> int *specialized(int *t) { return t + 1; }   // expect: offset

// Declared before it is defined.
template <class T> T later(T t);
int *usesLater(int *p) { return later(p); }
template <class T> T later(T t) { return t + 1; }        // expect: offset~possible

// Default arguments of a template that are used, and of one that is not.
template <class T> T defaulted(T t, T next = T() + 1) { return next; } // expect: offset~possible
template <class T> T given(T t, T next = T() + 1) { return next; }
template <class T> T spelled(T t, T *next = (T *)nullptr + 1) { return t; } // expect: offset~possible
int *arguments(int *p) { return defaulted(p), given(p, p), spelled(p, &p); }

// An alias to an iterator of a container is a parameter's business.
template <class C> long aliased(C &c) {
  typename C::iterator i = c.begin();
  i += 1;
  return c.end() - i;
}
long alias(std::array<int, 4> a, std::vector<int> v) { return aliased(a) + aliased(v); }
