// A template is one site at its pattern, however often it is instantiated.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

using u32 = unsigned;
struct A {
  int a;
};

// A spelled pointer, array or cast counts; it is possible where no
// instantiation was seen.
template <class T> T never(T *p, T (&a)[4], int i, void *v) {
  p += i;                      // expect: offset~possible
  T *q = static_cast<T *>(v);  // expect: from-void~possible
  ++q;                         // expect: step~possible
  return p[i] + a[i];          // expect: subscript~possible array-index~possible
}
template <class T> T *seen(T *p, T (&a)[4], int i, void *v) {
  p += i;                      // expect: offset
  T *q = static_cast<T *>(v);  // expect: from-void
  ++q;                         // expect: step
  a[i] = p[i];                 // expect: subscript array-index
  return q;
}
template int *seen(int *, int (&)[4], int, void *);
template long *seen(long *, long (&)[4], int, void *);

// What depends on no parameter is certain either way.
template <class T> int independent(int *p, int i) {
  return p[i]; // expect: subscript
}

// A bare parameter: only where it becomes a pointer.
template <class It> It bare(It i, int n) {
  ++i;                         // expect: step~possible
  i += n;                      // expect: offset~possible
  (void)(i - i);               // proven: difference~possible
  if (i < i + n)               // expect: order~possible offset~possible
    return i;
  (void)i[n];                  // expect: subscript~possible
  return i;
}
template int *bare(int *, int);
template int *const *bare(int *const *, int);
template <class It> It never_bare(It i, int n) {
  ++i;
  (void)i[n];
  return i + n;
}
struct Iterator {
  Iterator &operator++();
  Iterator &operator+=(int);
  int operator-(Iterator);
  bool operator<(Iterator);
  Iterator operator+(int);
  int operator[](int);
};
template <class It> It class_only(It i, int n) {
  ++i;
  (void)i[n];
  return i < i + n ? i += n : i;
}
template Iterator class_only(Iterator, int);

// Deduced in one place, used in another.
template <class T> T implicit_(T i) {
  return i + 1;                // expect: offset~possible
}
int *used(int *p) { return implicit_(p); }

// A class template with members inside and out of line, and a specialization.
template <class T> struct Buffer {
  T *data;
  T fixed[8];
  T &at(int i) { return data[i]; }   // expect: subscript
  T &put(int i);
  T &quiet(int i) { return data[i]; } // expect: subscript~possible
  template <class U> U *as();
  static T *first;
  T mine = first[1];                 // expect: subscript
};
template <class T> T &Buffer<T>::put(int i) {
  return fixed[i];                   // expect: array-index
}
template <class T> template <class U> U *Buffer<T>::as() {
  return reinterpret_cast<U *>(data); // expect: reinterpret
}
template <> struct Buffer<char> {
  char *data;
  char &at(int i) { return data[i]; } // expect: subscript
};
int buffers(Buffer<int> &b, Buffer<char> &c, Buffer<long> &d) {
  Buffer<int> e{};
  b.as<A>();
  return b.at(1) + c.at(1) + b.put(2) + d.put(3);
}

// What a member is declared to return is known in the pattern already.
template <class T> struct View {
  using iterator = T *;
  T *data() const;
  T *first();
  const T *first() const;
  T *mixed();
  T mixed(int);
  iterator begin() const;
  T &at(int i) { return data()[i]; }       // expect: subscript~possible
  T *behind(int n) { return data() + n; }  // expect: offset~possible
  auto overloaded(int n) {
    return first() + n;                    // expect: offset~possible
  }
  auto unknown(int n) { return mixed() + n; }
  auto iterated(int n) { return begin() + n; }
  T *used(int n) { return this->data() + n; } // expect: offset
};
int *views(View<int> &v) { return v.used(1); }

// A proof must hold for every instantiation, those of other units too.
template <int N> int sized(int (&a)[8]) {
  return a[N];                 // expect: array-index
}
template int sized<3>(int (&)[8]);
template int sized<7>(int (&)[8]);
template <class T> T masked(T (&a)[8], unsigned i) {
  return a[i & 7];             // proven: array-index
}
template int masked(int (&)[8], unsigned);

// Casts whose kind the parameter decides.
template <class To, class From> To cast(From f) {
  return reinterpret_cast<To>(f); // expect: reinterpret int-to-pointer~possible
}
template A *cast<A *>(long *);
template A *cast<A *>(unsigned long);
template <class T> T *fixed_cast(unsigned long n) {
  return (T *)n;               // expect: int-to-pointer
}
template A *fixed_cast<A>(unsigned long);

template <class T> struct Register {
  volatile T *where;
  T get() const { return *where; }  // expect: read
  void set(T v) { *where = v; }     // expect: write
  void or_(T v) { *where |= v; }    // expect: read-modify-write
};
u32 registers(Register<u32> r) {
  r.set(1);
  r.or_(2);
  return r.get();
}

// Generic lambdas and abbreviated templates.
int lambdas(int *p, int n) {
  auto typed = [n](auto *q) { return q[n]; };     // expect: subscript
  auto bare = [n](auto q) { return *(q + n); };   // expect: offset~possible
  auto unused = [n](auto *q) { return q[n]; };    // expect: subscript~possible
  return typed(p) + bare(p);
}
auto abbreviated(auto *p, int n) { return p[n]; } // expect: subscript
int abbreviate(int *p) { return abbreviated(p, 1); }

// Packs, concepts and `if constexpr`.
template <class... T> int pack(T *...p) {
  return (p[1] + ...);         // expect: subscript
}
template int pack(int *, long *);
template <class T> concept Indexable = requires(T t) { t[0]; t + 1; };
template <Indexable T> auto constrained(T t) {
  return t[0];                 // expect: subscript~possible
}
template auto constrained(int *);
template <class T> int chosen(T *p) {
  if constexpr (sizeof(T) == 4)
    return p[1];               // expect: subscript
  else
    return p[2];               // expect: subscript~possible
}
template int chosen(int *);
