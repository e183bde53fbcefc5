// An iterator that its container spells as such is none of ours, even where it
// is a raw pointer underneath; the pointer that it decays to is.
// RUN: %check-hosts %s -- -std=c++20

namespace std {
template <class T> struct view {
  using iterator = T *;
  using const_iterator = const T *;
  using pointer = T *;
  iterator begin() const;
  iterator end() const;
  const_iterator cbegin() const;
  const_iterator cend() const;
  pointer data() const;
};
template <class It> It next(It i, long n = 1);
} // namespace std

using View = std::view<int>;

int plain(View v, int n) {
  int s = 0;
  for (View::iterator i = v.begin(); i != v.end(); ++i)
    s += *i;
  for (View::const_iterator i = v.cbegin(), e = v.cend(); i < e; i++)
    s += i[0];
  auto i = v.begin();
  i += 2;
  s += i - v.begin();
  s += *std::next(i);
  for (int x : v)
    s += x;
  return s + *(v.begin() + n);
}

int raw(View v, int n) {
  View::pointer p = v.data();
  int *q = v.begin();
  ++p;         // expect: step
  q += n;      // expect: offset
  return p[n]; // expect: subscript
}

template <class C> int generic(C &c) {
  int s = 0;
  for (typename C::iterator i = c.begin(); i != c.end(); ++i)
    s += *i;
  for (auto i = c.begin(), e = c.end(); i < e; ++i)
    s += *i;
  return s;
}
template int generic<View>(View &);
