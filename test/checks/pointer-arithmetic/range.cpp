// A view or a container is made from a pointer and a length, or from two
// pointers.
// RUN: %check-hosts %s -- -std=c++23 -Wno-everything
#include "Inputs/std.h"

enum Unscoped : unsigned { Zero, One };
struct Index {
  operator std::size_t() const;
};
struct PointerLike {
  operator const char *() const;
};
struct Holder {
  char *begin, *end;
  char cells[8];
  std::size_t size;
  std::string_view view{begin, size};           // expect: range:24
  std::string copy = std::string(begin, end);   // expect: range:22
  std::string_view members(Holder *other, int n) {
    std::string_view(begin, size);              // expect: range:5
    std::span<char>(this->begin, other->size);  // expect: range:5
    std::vector<char>(other->begin, end);       // expect: range:5
    std::string_view(cells, n);                 // expect: range:5
    std::span<Holder>(this, n);                 // expect: range:5
    return {begin, size};                       // expect: range:12
  }
};

constexpr std::size_t n0 = 0;
char global[8], other[16];
const char *text();
std::size_t length();
void use(std::string_view);
void use(std::span<int>, int);

void forms(int *p, int *q, const char *s, std::size_t n, Unscoped e, Index x,
           PointerLike like, char *volatile v, int a[], bool b, void **pp) {
  std::span<int> a1(p, n);               // expect: range:18
  std::span<int> a2{p, n};               // expect: range:18
  std::span<int> a3 = {p, n};            // expect: range:23
  auto a4 = std::span<int>(p, q);        // expect: range:13
  auto a5 = std::span<int>{p, q};        // expect: range:13
  std::span a6(p, n);                    // expect: range:13
  auto a7 = std::span(p, n);             // expect: range:13
  auto a8 = std::span{p, q};             // expect: range:13
  std::span<const int, 4> a9(p, 4);      // expect: range:27
  std::span<int> a10(a, n);              // expect: range:18
  std::span<void *> a11(pp, n);          // expect: range:21
  std::string_view s1(s, n);             // expect: range:20
  std::string_view s2 = {s, n};          // expect: range:25
  use(std::string_view(s, n));           // expect: range:7
  use({s, n});                           // expect: range:7
  use({p, n}, 1);                        // expect: range:7
  std::string s3(s, n);                  // expect: range:15
  std::string s4(s, s + n);              // expect: range:15 offset:21
  std::string s5(s, n, std::allocator()); // expect: range:15
  std::wstring s6((wchar_t *)p, n);      // expect: range:16 reinterpret:19
  std::basic_string<char> s7{s, n};      // expect: range:27
  std::vector<int> v1(p, q);             // expect: range:20
  std::vector<int> v2{p, q};             // expect: range:20
  std::vector v3(p, p + n);              // expect: range:15 offset:21
  std::set<int> v4(p, q);                // expect: range:17
  std::map<int, int> v5(p, q);           // expect: range:22
  auto *v6 = new std::vector<int>(p, q); // expect: range
  new std::string(s, n);                 // expect: range
  std::string_view(s, e);                // expect: range:3
  std::string_view(s, x);                // expect: range:3
  std::string_view(s, b);                // expect: range:3
  std::string_view(like, n);             // expect: range:3
  std::string_view(b ? s : text(), n);   // expect: range:3
  std::string_view((n, s), n);           // expect: range:3
  std::string_view(s + 1, n - 1);        // expect: range:3 offset:20
  std::string_view(&s[1], n);            // expect: range:3 subscript:21
  std::string_view(text(), length());    // expect: range:3
  std::string_view("text", n);           // expect: range:3
  std::string_view("text", 6);           // expect: range:3
  std::string_view(global, n);           // expect: range:3
  std::span<char>(global, global + n);   // expect: range:3 offset:27
  std::span<char>(reinterpret_cast<char *>(p), n); // expect: range:3  proven: reinterpret
  std::vector<std::string> famous{{"a", "b"}};     // expect: range:35
}

// Made by a function of the library.
void made(const char *s, std::size_t n, std::vector<std::string> &v, int i,
          std::optional<std::string_view> &o, std::string &t,
          std::map<std::string, int> &m, std::vector<Holder *> &p) {
  v.emplace_back(s, n);                  // expect: range:3
  v.emplace_back(s, s + n);              // expect: range:3 offset:21
  o.emplace(s, n);                       // expect: range:3
  std::make_unique<std::string>(s, n);   // expect: range:3
  std::views::counted(s, n);             // expect: range:3
  v.emplace_back("text", 4);             // proven: range:3
  v.emplace_back(t.data(), t.size());    // proven: range:3
  v.emplace_back(s);
  v.emplace_back(n, 'x');
  v.emplace_back(t, n, n);
  m.emplace("key", 5);
  p.emplace_back(nullptr);
  std::make_unique<int[]>(n);
}

// A class that inherits the constructors is a view too, and so is what an
// aggregate or an array holds.
struct Text : std::string_view {
  using std::string_view::string_view;
  Text(const char *s, int n, int) : std::string_view(s, n) {} // expect: range:37
};
struct Texts {
  std::string_view a, b;
};
Text derived(const char *s, int n) {
  Text t(s, n);                          // expect: range:8
  Texts pair{{s, n}, {s, s}};            // expect: range:14 range:22
  Texts named{.b = {s, n}};              // expect: range:20
  std::string_view list[] = {{s, n}, "literal"}; // expect: range:30
  std::vector<std::string_view> strings{{s, n}, s}; // expect: range:41
  return {s, n};                         // expect: range:10
}

struct Trailing {
  int length;
  char text[1];
};
void trailing(Trailing *t) {
  std::string_view(t->text, 1);          // expect: range
  std::string_view((char *)t, sizeof(int)); // expect: range  proven: reinterpret
}

// What says how much of a whole object there is, or takes it from one.
void whole(char c, int i, std::string &s, std::vector<int> &v, Holder &h,
           std::string_view w) {
  std::string_view(global, sizeof(global));   // proven: range
  std::string_view("text", 4);                // proven: range
  std::string_view("text", 5);                // proven: range
  std::string(&c, 1);                         // proven: range
  std::span<int>(&i, 1);                      // proven: range
  std::span<Holder>(&h, 1);                   // proven: range
  std::string_view(&h.cells[2], 1);           // proven: range array-index
  std::string_view(&h.cells[2], 7);           // expect: range  proven: array-index
  std::string_view(h.cells, 8);               // proven: range
  std::span<char>(&global[0], 1);             // proven: range array-index
  std::span<char>(h.begin, 1);                // expect: range
  std::span<int>(&i, 2);                      // expect: range
  std::string_view((char *)&i, sizeof(i));    // proven: range reinterpret
  std::string_view(reinterpret_cast<char *>(&h), sizeof h); // proven: range reinterpret
  std::string_view((char *)&i, sizeof(h));    // expect: range  proven: reinterpret
  std::string_view((char *)&c, sizeof(&c));   // expect: range  proven: reinterpret
  std::span<unsigned>((unsigned *)&i, sizeof(i)); // expect: range  proven: reinterpret
  std::string_view(s.data(), s.size());       // proven: range
  std::string_view(s.c_str(), s.length());    // proven: range
  std::span<int>(v.data(), v.size());         // proven: range
  std::string(w.data(), w.size());            // proven: range
  std::string(h.view.data(), h.view.size());  // proven: range
  std::span<char>(global, global + 8);        // proven: range offset
  std::span<char>(global, global + 9);        // expect: range offset
  std::span<char>(global, other + 8);         // expect: range  proven: offset
  std::span<char>(std::begin(global), std::end(global)); // proven: range
  std::span<char>(std::begin(global), std::end(other));  // expect: range
  std::span<char>(std::begin(global), std::begin(h.cells)); // expect: range
  std::vector<int>(v.data(), v.data() + v.size()); // proven: range offset
  std::vector<int>(v.data(), v.data() + s.size()); // expect: range offset
  std::vector<char>(w.data(), s.data() + s.size()); // expect: range  proven: offset
  std::string_view(nullptr, n0);              // proven: range
  std::string_view(h.begin, i & 0);           // proven: range
  std::string_view(s.data(), v.size());       // expect: range
  std::string_view(s.data(), s.size() + 1);   // expect: range
  std::string_view(s.data() + 1, s.size());   // expect: range offset
  std::span<char>((char *)v.data(), v.size()); // expect: range  proven: reinterpret
  std::span<long>((long *)v.data(), v.size()); // expect: range reinterpret
}

// What looks alike and is none.
struct Slice {
  Slice(const char *, std::size_t);
};
struct Own {
  const char *begin;
  std::size_t size;
};
void negatives(const char *s, std::size_t n, std::span<int> p, int *q,
               std::string_view w, std::string &str, int **pp,
               std::vector<int>::iterator i) {
  Slice(s, n);
  Own{s, n};
  std::string_view one(s);
  std::string two(s);
  std::string three(n, 'x');
  std::string four(s, std::allocator());
  std::string five(str, n, n);
  std::string six{'a', 'b'};
  std::vector<int> seven(n);
  std::vector<int *> eight{q, q};
  std::vector<int *> nine(n, q);
  std::vector<int> ten(i, i);
  std::vector<int> eleven(p.begin(), p.end());
  std::string twelve(w.begin(), w.end());
  std::span<char> thirteen(global);
  std::span<int> fourteen;
  p.subspan(n, n);
  w.substr(n, n);
  p[n];
  sizeof(std::string_view(s, n));
  noexcept(std::string_view(s, n));
  constexpr std::string_view fixed("text", 4);
  for (int each : p)
    ;
}

// Places; the other contexts are in initializers.cpp.
std::string_view view(text(), length());      // expect: range:18
auto third = std::string_view(text(), 1);     // expect: range:14
std::string_view views[] = {{text(), 1}, std::string_view(text(), 2)}; // expect: range:29 range:42
struct Places {
  std::string_view member = {text(), 1};      // expect: range:27
  std::span<char> second{global, length()};   // expect: range:25
  Places(char *p) : member(p, 1), second{p, p} {} // expect: range:21 range:35
  Places() : Places({text(), 1}, 2) {}        // expect: range:21
  Places(std::string_view s, int = 1);
  void defaulted(std::string_view s = {text(), 1}); // expect: range:37
  operator std::string_view() { return {text(), 1}; } // expect: range:40
};
Task coroutine(const char *s, int n) {
  co_yield std::string_view(s, n);            // expect: range:12
}
void statements(const char *s, int n) {
  for (std::string_view v(s, n); char c : std::string_view(s, n)) // expect: range:25 range:43
    ;
  if (std::string_view v(s, n); n)            // expect: range:24
    throw std::string(s, n);                  // expect: range:11
  static std::string once(s, n);              // expect: range:22
  auto init = [v = std::string_view(s, n)] {}; // expect: range:20
  auto inside = [=](std::string_view v = {text(), 1}) { return std::string(s, n); }; // expect: range:40 range:64
  auto returns = [=]() -> std::string_view { return {s, n}; }; // expect: range:53
}

#define VIEW(p, n) std::string_view(p, n)
#define GLOBAL (std::string_view(pointer, 1)) // expect: range:17
extern char *pointer;
void macros(const char *s, int n) {
  VIEW(s, n);                                 // expect: range:3
  GLOBAL, GLOBAL;
}

template <class T> struct Block {
  T *data;
  int size;
  std::span<T> all{data, 4};                  // expect: range~possible
  std::span<T> view;
  std::vector<T> kept;
  Block(T *p, int n) : view(p, n), kept(p, p + n) {} // expect: range:24~possible range:36~possible offset~possible
  void forms(T *p, T *q, int n) {
    std::span<T> a(p, n);                     // expect: range:18~possible
    std::span<T> b{p, n};                     // expect: range:18~possible
    std::span<T> c = {p, n};                  // expect: range~possible
    auto d = std::span<T>(p, q);              // expect: range:14~possible
    auto e = std::span<T>{p, n};              // expect: range:14~possible
    auto f = std::span(p, n);                 // expect: range:14~possible
    std::span g(p, n);                        // expect: range:15~possible
    std::vector<T> h(p, p + n);               // expect: range:20~possible offset~possible
    auto *i = new std::vector<T>(p, q);       // expect: range:19~possible
    std::string_view j((char *)p, n);         // expect: range~possible  proven: reinterpret~possible
    std::vector<T *> k{p, q};
    std::vector<T> l(n, *p);
    std::span<T> m;
  }
};
template <class T> struct Seen {
  T *data;
  int size;
  std::span<T> all{data, 4};                  // expect: range
  std::span<T> view;
  Seen(T *p, int n) : view(p, n) {            // expect: range:23
    std::span<T> a(p, n);                     // expect: range:18
    std::span<T> b{p, n};                     // expect: range:18
    std::span<T> c = {p, n};                  // expect: range
    auto d = std::span<T>(p, p);              // expect: range:14
    auto e = std::span<T>{p, n};              // expect: range:14
    auto f = std::span(p, n);                 // expect: range:14
    std::span g(p, n);                        // expect: range:15
    auto *i = new std::vector<T>(p, p);       // expect: range:19
  }
};
template struct Seen<int>;
template struct Seen<char>;

// Members that put as much into a string or a container.
struct Log {
  void append(const char *p, std::size_t n);
};
void extended(std::string s, std::string &other, const char *p, const char *q,
              std::size_t n, std::vector<int> v, int *first, int *last, Log log) {
  s.append(p, n);                             // expect: range:3
  s.append(p, q);                             // expect: range:3
  s.assign(p, 4).append(p, n);                // expect: range:3 range:3
  s.insert(1, p, n);                          // expect: range:3
  s.replace(0, 2, p, n);                      // expect: range:3
  v.assign(first, last);                      // expect: range:3
  v.insert(v.begin(), first, first + n);      // expect: range:3 offset:30
  s.append(other.data(), other.size());       // proven: range:3
  s.append("text", 4);                        // proven: range:3
  s.append(p);
  s.append(n, 'x');
  s.insert(1, p);
  s.replace(0, 2, p);
  v.assign(n, 1);
  v.insert(v.begin(), 1);
  v.insert(v.begin(), n, 1);
  v.assign(v.begin(), v.end());
  log.append(p, n);
}
void pointers(std::vector<const char *> v, const char *p, std::size_t n) {
  v.insert(v.begin(), p);
  v.insert(v.begin(), n, p);
  v.assign(n, p);
}
template <class T> void generic(std::vector<T> &v, const T *p, const T *q) {
  v.assign(p, q);                             // expect: range~possible
}
template void generic(std::vector<int> &, const int *, const int *);
template void generic(std::vector<char> &, const char *, const char *);
