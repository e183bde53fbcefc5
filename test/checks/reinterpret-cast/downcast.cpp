// The kind downcast: a base becomes a derived class, and nothing checks.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

namespace std {
template <class T> struct shared_ptr {};
template <class T, class U>
shared_ptr<T> static_pointer_cast(const shared_ptr<U> &p);
template <class T, class U>
shared_ptr<T> dynamic_pointer_cast(const shared_ptr<U> &p);
template <class T> T &&move(T &t);
} // namespace std
struct Base {
  virtual ~Base();
  int base;
};
struct Derived : Base {
  int derived;
};
struct Most : Derived {};
struct Other : Base {};
struct Plain {};
struct Hidden : private Plain {};
struct Incomplete;
using DPtr = Derived *;
void take(Derived &);

void spellings(Base *p, Base &r, const Base *k, Plain *q) {
  auto *a = static_cast<Derived *>(p);     // expect: downcast:13
  a = (Derived *)p;                        // expect: downcast:7
  a = DPtr(p);                             // expect: downcast:7
  auto &b = static_cast<Derived &>(r);     // expect: downcast:13
  auto &c = (Derived &)r;                  // expect: downcast:13
  auto &&d = static_cast<Derived &&>(r);   // expect: downcast:14
  auto &&e = static_cast<Derived &&>(std::move(r)); // expect: downcast:14
  auto *f = static_cast<const Derived *>(k); // expect: downcast
  auto *g = static_cast<Most *>(p);        // expect: downcast
  auto *h = (Derived *)k;                  // expect: downcast cast-away
  auto *i = (Hidden *)q;                   // expect: downcast
  static_cast<Derived *>(p)->derived = 1;  // expect: downcast:3
  take(static_cast<Derived &>(*p));        // expect: downcast:8
  auto lambda = [x = static_cast<Derived *>(p)] { return x; }; // expect: downcast:22
  Derived copy = static_cast<Derived &>(r); // expect: downcast:18
}

void smart(std::shared_ptr<Base> p, std::shared_ptr<Derived> d) {
  auto a = std::static_pointer_cast<Derived>(p);       // expect: downcast:12
  auto b = std::static_pointer_cast<const Derived>(p); // expect: downcast:12
  auto c = std::static_pointer_cast<Base>(d);
  auto e = std::static_pointer_cast<Derived>(d);
  auto f = std::dynamic_pointer_cast<Derived>(p);
}

void none(Base *p, Derived *d, Hidden *h, Incomplete *x) {
  auto *e = dynamic_cast<Derived *>(p);
  Base *f = static_cast<Base *>(d);
  f = (Base *)d;
  auto *q = (Plain *)h;
  auto *g = reinterpret_cast<Other *>(d);  // expect: reinterpret
  auto *o = (Other *)d;                    // expect: reinterpret
  auto *y = (Derived *)x;                  // expect: reinterpret
  auto *n = static_cast<Derived *>(nullptr);
  auto *same = static_cast<Derived *>(d);
}

#define AS(T, p) static_cast<T>(p)
void macros(Base *p) {
  auto *a = AS(Derived *, p);              // expect: downcast:13
}

// A derived class that hands itself to its base: another could do so too.
template <class D> struct Crtp {
  D &self() { return static_cast<D &>(*this); }   // expect: downcast:22~possible
  D *me() { return static_cast<D *>(this); }      // expect: downcast:20~possible
  const D &that() const { return *(const D *)this; } // expect: reinterpret~possible
};
struct Client : Crtp<Client> {};
Client &client(Client &c) { return *c.self().me(); }

template <class To> To *named(Base *p) {
  return static_cast<To *>(p);             // expect: downcast~possible
}
template Derived *named<Derived>(Base *);
template Base *named<Base>(Base *);
