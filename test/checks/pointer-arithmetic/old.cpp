// Every kind of the check pointer-arithmetic in its plain form, and beside it
// what looks alike and is none.
// RUN: %check-hosts %s -- -std=c++20

namespace std {
using size_t = decltype(sizeof 0);
using ptrdiff_t = decltype((char *)0 - (char *)0);
template <class It> It next(It i, ptrdiff_t n = 1);
template <class It> It prev(It i, ptrdiff_t n = 1);
template <class It> void advance(It &i, ptrdiff_t n);
template <class It> ptrdiff_t distance(It a, It b);
template <class T> struct unique_ptr;
template <class T> struct unique_ptr<T[]> {
  T &operator[](size_t i) const;
  T *get() const;
};
template <class T> struct shared_ptr;
template <class T> struct shared_ptr<T[]> {
  T &operator[](ptrdiff_t i) const;
};
template <class T> struct span {
  span();
  span(T *p, size_t n);
  span(T *first, T *last);
  template <size_t N> span(T (&a)[N]);
  T &operator[](size_t i) const;
  T *data() const;
};
template <class C> struct basic_string_view {
  basic_string_view(const C *p);
  basic_string_view(const C *p, size_t n);
};
using string_view = basic_string_view<char>;
struct allocator {};
template <class C> struct basic_string {
  basic_string(const C *p, const allocator &a = allocator());
  basic_string(const C *p, size_t n, const allocator &a = allocator());
  basic_string(size_t n, C c);
};
using string = basic_string<char>;
template <class T> struct vector {
  vector(size_t n);
  vector(const T *first, const T *last);
  T &operator[](size_t i);
};
} // namespace std

struct Point {
  int x, y;
};

void offset(int *p, const Point *q, unsigned n, int *&r) {
  int *a = p + n; // expect: offset:12
  a = n + p;      // expect: offset:7
  a = p - n;      // expect: offset:7
  a += n;         // expect: offset:3
  a -= 1;         // expect: offset
  r += n;         // expect: offset
  q = (q) + 1;    // expect: offset:7
  n = n + 1;
  n += 2;
  a = p + (n + 1); // expect: offset:7
  (void)(p + n + n); // expect: offset:10 offset:10
}

void step(int *p, const char **s) {
  ++p;      // expect: step:3
  p++;      // expect: step:3
  --p;      // expect: step
  p--;      // expect: step
  ++*s;     // expect: step:3
  ++*p;
  int i = 0;
  ++i;
  *p++ = i--; // expect: step:4
}

int subscript(int *p, int a[], int b[4], int (*rows)[4], int **q, int i) {
  p[i] = 1;  // expect: subscript:3
  i[p] = 1;  // expect: subscript:3
  a[i] = 1;  // expect: subscript
  b[i] = 1;  // expect: subscript
  q[i][i] = 1;    // expect: subscript:3 subscript:3
  rows[i][i] = 1; // expect: subscript:3 array-index:3
  (*rows)[i] = 1; // expect: array-index:3
  "abc"[i];       // expect: array-index:3
  return p[
      i];         // expect(-1): subscript:10
}

struct Table {
  int entries[8];
  int rows[2][3];
  int at(int i) const { return entries[i]; } // expect: array-index:32
};

int arrayIndex(Table &t, Table *u, int i) {
  int local[4] = {};
  local[i] = 1;     // expect: array-index:3
  t.entries[i] = 1; // expect: array-index:3
  u->entries[i]++;  // expect: array-index:3
  i[local] = 2;     // expect: array-index:3
  return t.rows[i][i]; // expect: array-index:10 array-index:10
}

long difference(int *p, int *q, const Point *a, Point *b, long n) {
  n = p - q;           // expect: difference:7
  n += a - b;          // expect: difference:8
  n = n - 1;
  n -= n;
  int local[4];
  return p - local;    // expect: difference:10
}

bool order(int *p, int *q, void *v, void *w, int i) {
  bool a = p < q;      // expect: order:12
  a = p >= q;          // expect: order:7
  a |= v <= w;         // expect: order:8
  a |= p > q + i;      // expect: order:8 offset:12
  a = p == q || p != q || !p;
  a = p == nullptr && i < 3;
  return a;
}

void advance(int *p, Point &where) {
  int *q = std::next(p);    // expect: advance:12
  q = std::next(p, 3);      // expect: advance:7
  q = std::prev(p, 3);      // expect: advance:7
  std::advance(p, 2);       // expect: advance:3
  std::distance(p, q);
  where = *std::next(&where); // expect: advance:12
}

struct Cursor {
  Cursor &operator++();
  Cursor operator+(int);
  int operator-(Cursor);
  bool operator<(Cursor);
  int operator[](int);
  int operator*();
};

int overloaded(Cursor c, Cursor d) {
  ++c;
  std::next(c);
  return (c + 1) < d ? c - d : c[4];
}

void smartArray(std::unique_ptr<int[]> &u, std::shared_ptr<int[]> s,
                std::vector<int> &v, int i) {
  u[i] = 1;       // expect: smart-array:3
  s[i] = 1;       // expect: smart-array:3
  v[i] = 1;
  u.get()[i] = 2; // expect: subscript:3
}

void use(std::string_view);
void use(std::span<int>, int);

void range(int *p, int *q, const char *s, std::size_t n) {
  std::span<int> a(p, n);            // expect: range:18
  std::span<int> b{p, n};            // expect: range:18
  auto c = std::span<int>(p, q);     // expect: range:12
  std::string_view d(s, n);          // expect: range:20
  use(std::string_view(s, n));       // expect: range:7
  use({s, n});                       // expect: range:7
  use({p, n}, 1);                    // expect: range:7
  std::string e(s, n);               // expect: range:15
  std::vector<int> f(p, q);          // expect: range:20
  auto *g = new std::vector<int>(p, q); // expect: range
  std::string_view h(s);
  std::string i(s);
  std::string j(n, 'x');
  std::vector<int> k(n);
  int whole[3];
  std::span<int> l(whole);
  std::span<int> m;
  a[n] = 1;
}
