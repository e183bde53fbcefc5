#include "a.h"

namespace std {
template <class T> struct unique_ptr;
template <class T> struct unique_ptr<T[]> {
  T &operator[](unsigned long) const;
};
} // namespace std

template <class T> T second(T *p) { return p[1]; }
struct S {
  int array[4];
  volatile int count;
};

int all(int *p, int *q, int n, S *s, void *v, std::unique_ptr<int[]> &u) {
  int sum = AT(p, n) + *(p + n) + second(p) + s->array[n] + u[1];
  sum += p < q ? q - p : 0;
  s->count += 1;
  auto step = [&](auto *each) { return *++each; };
  sum += step(q) + static_cast<int *>(v)[0] + sizeof(p[n]);
  return sum + (int)reinterpret_cast<unsigned long>(p + n + 1);
}
