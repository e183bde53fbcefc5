// An index within a constant bound is proven; beside each proof stands what is
// one step too far for it.
// RUN: %check-hosts %s -- -std=c++20

namespace std {
template <class T> struct span {
  span(T *p, unsigned long n);
};
} // namespace std

enum { N = 8 };
enum Small : unsigned char { A, B };
int a[N], b[256];
int matrix[2][N];

void constant() {
  a[0] = 1;     // proven: array-index
  a[N - 1] = 1; // proven: array-index
  a[N] = 1;     // expect: array-index
  a[-1] = 1;    // expect: array-index
  a[sizeof(int)] = 1; // proven: array-index
  matrix[1][7] = 1; // proven: array-index array-index
  matrix[2][7] = 1; // proven: array-index  expect: array-index
  constexpr int k = 3;
  a[k] = 1;     // proven: array-index
  0[a] = 1;     // proven: array-index
}

void onePast(int i) {
  int *end = &a[N];   // proven: array-index
  end = &(a[N]);      // proven: array-index
  end = &a[N + 1];    // expect: array-index
  end = a + N;        // proven: offset
  end = N + a;        // proven: offset
  end = a + (N + 1);  // expect: offset
  end = a - 1;        // expect: offset
  end = &a[N] + 1;    // proven: array-index  expect: offset
  a[N] += *end;       // expect: array-index
  std::span<int> s(a, N);     // proven: range
  std::span<int> t(a, N + 1); // expect: range
}

void masked(unsigned u, int i) {
  a[u & 7] = 1;  // proven: array-index
  a[i & 7] = 1;  // proven: array-index
  a[u & (N - 1)] = 1; // proven: array-index
  a[u & 8] = 1;  // expect: array-index
  a[u & ~7u] = 1; // expect: array-index
  a[i & -8] = 1; // expect: array-index
  a[u | 7] = 1;  // expect: array-index
}

void modulo(unsigned u, int i, unsigned n) {
  a[u % N] = 1;       // proven: array-index
  a[u % (N + 1)] = 1; // expect: array-index
  a[i % N] = 1;       // expect: array-index, since it may be negative
  a[u % n] = 1;       // expect: array-index
  a[(u >> 4) % 8] = 1; // proven: array-index
  a[u >> 29] = 1;     // proven: array-index
  a[u >> 28] = 1;     // expect: array-index
}

struct Bits {
  unsigned three : 3;
  unsigned four : 4;
  int sign : 3;
};

void narrow(unsigned char c, signed char s, unsigned short w, bool f, Bits x,
            Small e) {
  b[c] = 1;       // proven: array-index
  a[c] = 1;       // expect: array-index
  b[s] = 1;       // expect: array-index
  b[w] = 1;       // expect: array-index
  a[f] = 1;       // proven: array-index
  a[x.three] = 1; // proven: array-index
  a[x.four] = 1;  // expect: array-index
  a[x.sign] = 1;  // expect: array-index
  a[e] = 1;       // expect: array-index
  b[(unsigned char)w] = 1; // proven: array-index
  b[c + 1] = 1;   // expect: array-index
  a[f ? 3 : 7] = 1; // proven: array-index
  a[f ? 3 : 8] = 1; // expect: array-index
}

struct Message {
  int length;
  int body[1];
};

void pointers(int *p, int q[N], int (&r)[N], Message *m, int (*rows)[N]) {
  p[0] = 1;       // expect: subscript
  q[0] = 1;       // expect: subscript
  r[N - 1] = 1;   // proven: array-index
  r[N] = 1;       // expect: array-index
  (*rows)[3] = 1; // proven: array-index
  m->body[0] = 1; // expect: array-index, since there may be none
  Message own;
  own.body[0] = 1; // proven: array-index
}

// Signed and unsigned of one type may alias; a distinct type of the same size
// may not.
void aliases(int *i, unsigned *u, wchar_t *w, char16_t *c) {
  (void)(unsigned *)i;       // proven: reinterpret
  (void)(int *)u;            // proven: reinterpret
  (void)(wchar_t *)i;        // expect: reinterpret
  (void)(int *)w;            // expect: reinterpret
  (void)(unsigned short *)c; // expect: reinterpret
}
