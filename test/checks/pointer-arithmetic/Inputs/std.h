// What the pages here need of a standard library, in the style of libstdc++.
#pragma GCC system_header

namespace std {
using size_t = decltype(sizeof 0);
using ptrdiff_t = decltype((char *)0 - (char *)0);
using nullptr_t = decltype(nullptr);
enum class byte : unsigned char {};

template <class It> It next(It i, ptrdiff_t n = 1) { return i + n; }
template <class It> It prev(It i, ptrdiff_t n = 1) { return i - n; }
template <class It, class N> void advance(It &i, N n) { i += n; }
template <class It> ptrdiff_t distance(It a, It b) { return b - a; }
template <class T, size_t N> T *begin(T (&a)[N]) { return a; }
template <class T, size_t N> T *end(T (&a)[N]) { return a + N; }
template <class C> auto begin(C &c) -> decltype(c.begin()) { return c.begin(); }
template <class T> T *to_address(T *p) { return p; }
template <class T> T *addressof(T &t) { return &t; }
template <class T> T &&move(T &t) { return static_cast<T &&>(t); }
template <class T> const T &min(const T &a, const T &b) { return a < b ? a : b; }

namespace ranges {
struct next_fn {
  template <class It> constexpr It operator()(It i) const { return i + 1; }
  template <class It> It operator()(It i, ptrdiff_t n) const { return i + n; }
  template <class It> It operator()(It i, ptrdiff_t, It end) const { return end; }
};
struct advance_fn {
  template <class It> void operator()(It &i, ptrdiff_t n) const { i += n; }
};
struct distance_fn {
  template <class It> ptrdiff_t operator()(It a, It b) const { return b - a; }
};
inline namespace cpo {
inline constexpr next_fn next{}, prev{};
inline constexpr advance_fn advance{};
inline constexpr distance_fn distance{};
} // namespace cpo
} // namespace ranges

template <class T = void> struct less {
  bool operator()(const T &a, const T &b) const { return a < b; }
};
template <> struct less<void> {
  template <class A, class B> bool operator()(A a, B b) const { return a < b; }
};

struct strong_ordering {
  signed char value;
  static const strong_ordering less, equal, equivalent, greater;
  friend bool operator<(strong_ordering o, nullptr_t) { return o.value < 0; }
};
inline constexpr strong_ordering strong_ordering::less{-1};
inline constexpr strong_ordering strong_ordering::equal{0};
inline constexpr strong_ordering strong_ordering::equivalent{0};
inline constexpr strong_ordering strong_ordering::greater{1};

template <class T> struct default_delete {};
template <class T, class D = default_delete<T>> struct unique_ptr {
  T &operator*() const;
  T *get() const;
};
template <class T, class D> struct unique_ptr<T[], D> {
  T &operator[](size_t i) const;
  T *get() const;
};
template <class T> struct shared_ptr_access;
template <class T> struct shared_ptr_access<T[]> {
  T &operator[](ptrdiff_t i) const;
};
template <class T, size_t N> struct shared_ptr_access<T[N]> {
  T &operator[](ptrdiff_t i) const;
};
template <class T> struct shared_ptr : shared_ptr_access<T> {};
template <class T, class... A> unique_ptr<T> make_unique(A &&...a);
namespace views {
inline constexpr struct {
  template <class It> auto operator()(It i, ptrdiff_t n) const { return n; }
} counted{};
} // namespace views

template <class T> struct initializer_list {
  using iterator = const T *;
  using const_iterator = const T *;
  const T *array;
  size_t length;
  const_iterator begin() const { return array; }
  const_iterator end() const { return array + length; }
};
template <class T, size_t N = size_t(-1)> struct span {
  using iterator = T *;
  constexpr span() {}
  template <class It> constexpr span(It p, size_t n) {}
  template <class It, class End> constexpr span(It first, End last) {}
  template <size_t M> constexpr span(T (&a)[M]) {}
  T &operator[](size_t i) const;
  T *data() const;
  size_t size() const;
  iterator begin() const;
  iterator end() const;
  span<T> subspan(size_t at, size_t n = -1) const;
};
#if __cplusplus >= 201703L
template <class T> span(T *, size_t) -> span<T>;
template <class T> span(T *, T *) -> span<T>;
template <class T, size_t N> span(T (&)[N]) -> span<T, N>;
#endif

struct allocator {};
template <class C> struct basic_string_view {
  using iterator = const C *;
  using const_iterator = const C *;
  constexpr basic_string_view() {}
  basic_string_view(const C *p);
  constexpr basic_string_view(const C *p, size_t n) {}
  constexpr basic_string_view(const C *first, const C *last) {}
  const_iterator begin() const;
  const_iterator end() const;
  const C *data() const;
  size_t size() const;
  const C &operator[](size_t i) const;
  basic_string_view substr(size_t at, size_t n) const;
};
using string_view = basic_string_view<char>;
template <class C> struct basic_string {
  basic_string(const allocator &a = allocator());
  basic_string(const C *p, const allocator &a = allocator());
  basic_string(const C *p, size_t n, const allocator &a = allocator());
  basic_string(const basic_string &s, size_t at, size_t n);
  basic_string(size_t n, C c);
  template <class It> basic_string(It first, It last);
  basic_string(initializer_list<C>);
  const C *data() const;
  const C *c_str() const;
  size_t size() const;
  size_t length() const;
  C &operator[](size_t i);
  basic_string &append(const C *p);
  basic_string &append(const C *p, size_t n);
  basic_string &append(size_t n, C c);
  template <class It> basic_string &append(It first, It last);
  basic_string &assign(const C *p, size_t n);
  basic_string &insert(size_t at, const C *p);
  basic_string &insert(size_t at, const C *p, size_t n);
  basic_string &replace(size_t at, size_t n, const C *p);
  basic_string &replace(size_t at, size_t n, const C *p, size_t m);
};
using string = basic_string<char>;
using wstring = basic_string<wchar_t>;

template <class T> struct vector {
  struct iterator {
    T *at;
    iterator &operator++();
    iterator operator++(int);
    iterator operator+(ptrdiff_t) const;
    iterator operator-(ptrdiff_t) const;
    iterator &operator+=(ptrdiff_t);
    ptrdiff_t operator-(iterator) const;
    bool operator<(iterator) const;
    bool operator!=(iterator) const;
    T &operator*() const;
    T &operator[](ptrdiff_t) const;
  };
  vector();
  vector(size_t n);
  vector(size_t n, const T &t);
  template <class It> vector(It first, It last);
  vector(initializer_list<T>);
  void assign(size_t n, const T &t);
  template <class It> void assign(It first, It last);
  iterator insert(iterator at, const T &t);
  iterator insert(iterator at, size_t n, const T &t);
  template <class It> iterator insert(iterator at, It first, It last);
  T &operator[](size_t i);
  T *data();
  size_t size() const;
  iterator begin();
  iterator end();
  template <class... A> T &emplace_back(A &&...a);
  template <class... A> iterator emplace(iterator at, A &&...a);
};
#if __cplusplus >= 201703L
template <class It> vector(It, It) -> vector<int>;
#endif
template <class T> struct set {
  template <class It> set(It first, It last);
};
template <class K, class V> struct map {
  map();
  template <class... A> void emplace(A &&...a);
  template <class It> map(It first, It last);
};
template <class T> struct optional {
  template <class... A> T &emplace(A &&...a);
};
template <class T, size_t N> struct array {
  using iterator = T *;
  T elements[N];
  T &operator[](size_t i);
  T *data();
  iterator begin();
  iterator end();
};

template <class It, class F> void for_each(It i, It end, F f) {
  for (; i != end; ++i)
    f(*i);
}
template <class It, class Less> void sort(It i, It end, Less less) {
  if (less(*i, *end))
    less(*end, *i);
}
template <class It, class Out, class F> Out transform(It i, It end, Out out, F f) {
  for (; i != end; ++i, ++out)
    *out = f(*i);
  return out;
}
template <class It, class T> It find(It i, It end, const T &) { return i; }
struct thread {
  template <class F, class... A> explicit thread(F f, A... a) { f(a...); }
};
template <class R> struct function;
template <class R, class... A> struct function<R(A...)> {
  template <class F> function(F f) {
    (void)static_cast<R (*)(F &, A...)>([](F &g, A... a) -> R { return g(a...); });
  }
};

template <class P = void> struct coroutine_handle {
  static coroutine_handle from_address(void *);
  static coroutine_handle from_promise(P &);
  constexpr operator coroutine_handle<>() const noexcept;
};
template <> struct coroutine_handle<void> {
  static coroutine_handle from_address(void *);
};
struct suspend_always {
  bool await_ready() noexcept;
  void await_suspend(coroutine_handle<>) noexcept;
  void await_resume() noexcept;
};
template <class R, class... A> struct coroutine_traits {
  using promise_type = typename R::promise_type;
};

template <class T> struct tuple_size;
template <size_t I, class T> struct tuple_element;
} // namespace std

/// A coroutine's result.
struct Task {
  struct promise_type {
    Task get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    template <class T> std::suspend_always yield_value(T);
    void return_void();
    void unhandled_exception();
  };
};

void *operator new(std::size_t, void *p) noexcept;
