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
template <class It, class T> It find(It i, It end, const T &t);
template <class It, class Out> Out copy(It i, It end, Out out);
template <class It> bool equal(It i, It end);
template <class T> T *assume_aligned(T *p);
namespace ranges {
template <class R> using iterator_t = decltype(((R *)nullptr)->begin());
template <class R> using borrowed_iterator_t = iterator_t<R>;
struct find_fn {
  template <class R, class T>
  borrowed_iterator_t<R> operator()(R &r, const T &t) const;
};
inline constexpr find_fn find{};
} // namespace ranges
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

// What an algorithm hands on is still the container's.
int found(View v, int *p, int n) {
  auto i = std::find(v.begin(), v.end(), n);
  ++i;
  i += 2;
  auto j = std::next(i, 2);
  const auto k = j;
  j - v.begin();
  i - j;
  std::find(v.begin(), v.end(), n) + 1;
  std::next(std::find(v.begin(), v.end(), n));
  auto r = std::ranges::find(v, n);
  ++r;
  auto *spelled = std::find(v.begin(), v.end(), n);
  ++spelled;                       // expect: step
  auto q = std::find(p, p + n, n); // expect: offset
  ++q;                             // expect: step
  auto o = std::copy(v.begin(), v.end(), p);
  ++o;                             // expect: step
  auto a = std::assume_aligned(v.begin());
  ++a;                             // expect: step
  return *i;
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
