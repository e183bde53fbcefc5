// What a pattern's text shows counts as `possible` where no instantiation was
// seen, however it is put together; what the text does not show is nothing.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything
#include "Inputs/std.h"

template <class T> struct Other {
  T *data;
};
template <class T> struct Node {
  T *p, **pp, m[2][3], (*rows)[4];
  Node *next;
  T *get();
  T *&reference();
  Other<T> other;
  void forms(T *q, int n, bool b, Node &o, T t, void *v) {
    (q + n) + n;        // expect: offset~possible offset~possible
    n + (n + q);        // expect: offset~possible offset~possible
    (q - n) + n;        // expect: offset~possible offset~possible
    (q += n) + n;       // expect: offset~possible offset~possible
    (q = p) + n;        // expect: offset~possible
    (n, q) + n;         // expect: offset~possible
    (b ? p : q) + n;    // expect: offset~possible
    (b ? p : 0) + n;    // expect: offset~possible
    (b ? nullptr : p) + n; // expect: offset~possible
    (p ?: q) + n;       // expect: offset~possible
    (q - p) + n;        // expect: difference~possible
    (q + n) - p;        // expect: difference~possible offset~possible
    (q + n) < (p + n);  // expect: order~possible offset~possible offset~possible
    (q + n)[n];         // expect: subscript~possible offset~possible
    (q++)[n];           // expect: subscript~possible step~possible
    (++q)++;            // expect: step~possible step~possible
    (q += n)++;         // expect: step~possible offset~possible
    (b ? p : q)++;      // expect: step~possible
    *(q + n)++;         // expect: step~possible offset~possible
    *(pp + n) + n;      // expect: offset~possible offset~possible
    ++*(pp + n);        // expect: step~possible offset~possible
    pp[n][n];           // expect: subscript~possible subscript~possible
    pp[n] + n;          // expect: subscript~possible offset~possible
    m[n][n];            // expect: array-index~possible array-index~possible
    m[n] + n;           // expect: array-index~possible offset~possible
    rows[n][n];         // expect: subscript~possible array-index~possible
    (*rows)[n];         // expect: array-index~possible
    *rows + n;          // expect: offset~possible
    (&q[n])[n];         // expect: subscript~possible subscript~possible
    &q[n] + n;          // expect: subscript~possible offset~possible
    &t + n;             // expect: offset~possible
    *&q + n;            // expect: offset~possible
    next->p + n;        // expect: offset~possible
    o.next->next->p[n]; // expect: subscript~possible
    get()[n];           // expect: subscript~possible
    get() + n;          // expect: offset~possible
    o.get() - p;        // expect: difference~possible
    reference()++;      // expect: step~possible
    this[n];            // expect: subscript~possible
    this + n;           // expect: offset~possible
    (new T[n])[n];      // expect: subscript~possible
    ((char *)q)[n];     // expect: subscript~possible  proven: reinterpret~possible
    static_cast<T *>(v) + n; // expect: offset~possible from-void~possible
    Other<T>().data + n;
    other.data[n];
    t + n;
    t[n];
    *t + n;
    t - t;
    t < t;
    ++t;
    unknown(q) + n;
  }
  void locals(T *q, T (&a)[4], int n) {
    auto x = q;
    x + n;              // expect: offset~possible
    x[n];               // expect: subscript~possible
    auto *y = q;
    ++y;                // expect: step~possible
    auto z = q + n;     // expect: offset~possible
    z - q;              // expect: difference~possible
    auto w = a;
    w[n];               // expect: subscript~possible
    auto u(q);
    ++u;                // expect: step~possible
    const auto k = q;
    k[n];               // expect: subscript~possible
    for (auto i = q, e = q + n; i < e; ++i) // expect: offset~possible order~possible step~possible
      ;
    auto t = *q;
    t + n;
    auto lambda = [r = q + n](int m) { return r[m]; }; // expect: offset~possible subscript~possible
    auto value = unknown(q);
    value + n;
    decltype(auto) d = (q);
    d + n;              // expect: offset~possible
  }
  // What is subtracted decides the kind; taken for a number until an
  // instantiation shows otherwise.
  template <class N> void subtract(T *q, N n) {
    q - n;              // expect: offset~possible
    q -= n;             // expect: offset~possible
    q + n;              // expect: offset~possible
    n + q;              // expect: offset~possible
    q += n;             // expect: offset~possible
    q[n];               // expect: subscript~possible
    n[q];               // expect: subscript~possible
    n - q;
  }
};

template <class T, class N> auto minus(T *q, N n) {
  return q - n;         // expect: offset difference~possible
}
template auto minus(int *, int);
template auto minus(int *, int *);
template <class T, class N> auto onlyPointers(T *q, N n) {
  return q - n;         // expect: difference~possible
}
template auto onlyPointers(int *, int *);
template auto onlyPointers(int *, const int *);
template <class T, class N> auto onlyNumbers(T *q, N n) {
  return q - n;         // expect: offset
}
template auto onlyNumbers(int *, long);

// Instantiations may show that there is no operation at all.
struct Position {
  friend long operator-(int *, Position);
};
template <class T, class C> auto fromBegin(T *q, C &c) {
  return q - c.begin();
}
template auto fromBegin(int *, std::array<int, 4> &);
template <class T, class P> auto fromPosition(T *q, P p) {
  return q - p;
}
template auto fromPosition(int *, Position);
template <class T, class C> auto fromNobody(T *q, C &c) {
  return q - c.begin(); // expect: offset~possible
}

// Fold expressions stand at their dots, once for all the operators they become.
template <class... N> int *folds(int *p, N... n) {
  (p + ... + n);        // expect: offset:4~possible
  (p += ... += n);      // expect: offset:4~possible
  (n + ... + p);        // expect: offset:4~possible
  ((p += n), ...);      // expect: offset:5~possible
  (p[n], ...);          // expect: subscript:4~possible
  (n + ...);
  return (p - ... - n); // expect: offset:11~possible
}
template <class... N> int *foldsSeen(int *p, N... n) {
  (p + ... + n);        // expect: offset:4
  ((p += n), ...);      // expect: offset:5
  (p[n], ...);          // expect: subscript:4
  return (p - ... - n); // expect: offset:11
}
template int *foldsSeen(int *, int, long, char);
template int *foldsSeen(int *, int);
template int *foldsSeen(int *);
template <class... P> void foldsOfPointers(P *...p) {
  (++p, ...);           // expect: step:4
  (p++, ...);           // expect: step:4
  (p[1] + ...);         // expect: subscript:4
  ((p < p) && ...);     // expect: order:5
  (p - ...);            // expect: difference:4
}
template void foldsOfPointers(int *, int *);
template <class It, class... N> It foldsOfBare(It i, N... n) {
  (i += ... += n);      // expect: offset:4~possible
  return (i + ... + n); // expect: offset:11~possible
}
template int *foldsOfBare(int *, int, int);
template int foldsOfBare(int, int, int);
