// The kind from-void: a void pointer becomes a pointer to an object; proven
// directly from an allocator, where size and alignment fit.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

using size_t = unsigned long;
namespace std {
enum class align_val_t : size_t {};
enum class byte : unsigned char {};
template <class T> struct shared_ptr {};
template <class T, class U>
shared_ptr<T> static_pointer_cast(const shared_ptr<U> &p);
template <class T, class U>
shared_ptr<T> reinterpret_pointer_cast(const shared_ptr<U> &p);
extern "C" void *malloc(size_t);
extern "C" void *calloc(size_t, size_t);
extern "C" void *realloc(void *, size_t);
extern "C" void *aligned_alloc(size_t, size_t);
} // namespace std
using std::malloc;
void *operator new(size_t, std::align_val_t);
void *operator new(size_t, void *p) noexcept;

struct A {
  int a;
};
struct Derived : A {};
struct alignas(64) Wide {
  int a[32];
};
using APtr = A *;
void take(A *);
A *returned(void *v) { return static_cast<A *>(v); } // expect: from-void:31

void spellings(void *v, const void *k, volatile void *w, void **pp, bool yes, A *p) {
  A *a = static_cast<A *>(v);             // expect: from-void:10
  a = (A *)v;                             // expect: from-void:7
  a = reinterpret_cast<A *>(v);           // expect: from-void:7
  a = APtr(v);                            // expect: from-void:7
  auto *c = static_cast<const A *>(k);    // expect: from-void
  auto *x = static_cast<volatile A *>(w); // expect: from-void
  a = static_cast<A *>(*pp);              // expect: from-void
  a = static_cast<A *>(yes ? v : p);      // expect: from-void
  a = *static_cast<A **>(v);              // expect: from-void:8
  int n = static_cast<A *>(v)->a;         // expect: from-void:11
  A &r = *static_cast<A *>(v);            // expect: from-void:11
  take(static_cast<A *>(v));              // expect: from-void:8
  A *list[] = {static_cast<A *>(v)};      // expect: from-void:16
  auto lambda = [q = (A *)v] { return q; }; // expect: from-void:22
  auto l = [](void *u) { take((A *)u); };   // expect: from-void:31
  a = (A *)k;                             // expect: from-void:7 cast-away:7
  void ***deep = static_cast<void ***>(v); // expect: from-void
}
void *space;
A *global = static_cast<A *>(space);      // expect: from-void
void defaulted(A *a = (A *)space);        // expect: from-void
struct Member {
  A *a = (A *)space;                      // expect: from-void
  A *b;
  Member(void *v) : b((A *)v) {}          // expect: from-void:23
};

void smart(std::shared_ptr<void> p) {
  auto a = std::static_pointer_cast<A>(p);           // expect: from-void:12
  auto b = std::reinterpret_pointer_cast<A>(p);      // expect: from-void:12
  auto c = std::static_pointer_cast<std::byte>(p);   // proven: from-void
}

// Bytes may always be looked at; to void and back changes nothing.
void sound(void *v, A *p, const A *k) {
  auto *d = static_cast<char *>(v);                       // proven: from-void
  auto *b = static_cast<const unsigned char *>(v);        // proven: from-void
  auto *e = static_cast<std::byte *>(v);                  // proven: from-void
  A *same = static_cast<A *>(static_cast<void *>(p));     // proven: from-void
  same = (A *)(void *)p;                                  // proven: from-void
  auto *same2 = (const A *)(const void *)k;               // proven: from-void
  auto *other = static_cast<Derived *>(static_cast<void *>(p)); // expect: from-void
  auto *f = static_cast<float *>(static_cast<void *>(&p->a));   // expect: from-void
}

void none(A *p, const A *k) {
  void *v = p;
  v = static_cast<void *>(p);
  const void *e = static_cast<const void *>(v);
  v = nullptr;
  A *a = (A *)(void *)0;
  a = static_cast<A *>(static_cast<void *>(nullptr));
}

void allocated(size_t n) {
  auto *a = static_cast<A *>(malloc(n));                 // expect: from-void
  a = (A *)std::malloc(sizeof(A));                       // proven: from-void
  a = (A *)malloc(3 * sizeof(A));                        // proven: from-void
  a = (A *)malloc(n * sizeof(A));                        // proven: from-void
  a = (A *)std::calloc(n, sizeof(A));                    // proven: from-void
  a = (A *)std::calloc(1, sizeof(A));                    // proven: from-void
  a = (A *)std::realloc(a, 2 * sizeof(A));               // proven: from-void
  a = (A *)::operator new(sizeof(A));                    // proven: from-void
  a = (A *)operator new(n);                              // expect: from-void
  a = (A *)__builtin_operator_new(sizeof(A));            // proven: from-void
  a = (A *)__builtin_malloc(sizeof(A));                  // proven: from-void
  a = (A *)__builtin_alloca(sizeof(A));                  // proven: from-void
  a = reinterpret_cast<A *>(malloc(n));                  // expect: from-void
  auto *w = (Wide *)std::aligned_alloc(64, sizeof(Wide)); // proven: from-void
  w = (Wide *)std::aligned_alloc(n, n);                   // expect: from-void
  w = (Wide *)operator new(sizeof(Wide), std::align_val_t{64}); // proven: from-void
  w = (Wide *)operator new(sizeof(Wide), std::align_val_t(alignof(Wide))); // proven: from-void
}

// Too small, or not aligned enough.
void unfit(size_t n) {
  auto *a = static_cast<A *>(malloc(1));                 // expect: from-void
  a = (A *)malloc(sizeof(short));                        // expect: from-void
  a = (A *)malloc(0);                                    // expect: from-void
  a = (A *)std::calloc(1, 2);                            // expect: from-void
  a = (A *)std::calloc(0, sizeof(A));                    // expect: from-void
  a = (A *)std::realloc(a, 2);                           // expect: from-void
  a = (A *)operator new(2);                              // expect: from-void
  auto *w = (Wide *)malloc(sizeof(Wide));                // expect: from-void
  w = (Wide *)malloc(n);                                 // expect: from-void
  w = (Wide *)std::aligned_alloc(16, sizeof(Wide));      // expect: from-void
  w = (Wide *)std::aligned_alloc(64, 64);                // expect: from-void
  w = (Wide *)operator new(sizeof(Wide));                // expect: from-void
  w = (Wide *)operator new(sizeof(Wide), std::align_val_t{32}); // expect: from-void
  w = (Wide *)__builtin_alloca(sizeof(Wide));            // expect: from-void
}

// What is no allocation, however it is called.
struct Pool {
  void *malloc(size_t n);
  void *operator new(size_t n);
};
namespace mine {
void *malloc(size_t n);
} // namespace mine
void notAllocators(Pool &pool, void *room, void *(*malloc)(size_t), bool yes) {
  auto *a = static_cast<A *>(pool.malloc(sizeof(A)));    // expect: from-void
  a = (A *)mine::malloc(sizeof(A));                      // expect: from-void
  a = (A *)malloc(sizeof(A));                            // expect: from-void
  a = (A *)operator new(sizeof(A), room);                // expect: from-void
  a = (A *)Pool::operator new(sizeof(A));                // expect: from-void
  void *kept = std::malloc(sizeof(A));
  a = (A *)kept;                                         // expect: from-void
  a = (A *)(yes ? room : std::malloc(sizeof(A)));        // expect: from-void
}

// By attribute.
void *fresh(size_t n) __attribute__((malloc));
void *sized(int flags, size_t n) __attribute__((alloc_size(2)));
void *counted(size_t n, size_t size) __attribute__((alloc_size(1, 2)));
void *aligned(size_t n, size_t to) __attribute__((alloc_size(1), alloc_align(2)));
void *coarse(size_t n) __attribute__((alloc_size(1), assume_aligned(64)));
void *plain(size_t n);
void attributed(size_t n) {
  auto *a = static_cast<A *>(fresh(n));                  // expect: from-void
  a = (A *)sized(0, sizeof(A));                          // proven: from-void
  a = (A *)sized(sizeof(A), 1);                          // expect: from-void
  a = (A *)counted(2, 2);                                // proven: from-void
  a = (A *)counted(1, 2);                                // expect: from-void
  a = (A *)plain(sizeof(A));                             // expect: from-void
  auto *w = (Wide *)aligned(sizeof(Wide), 64);           // proven: from-void
  w = (Wide *)aligned(sizeof(Wide), 8);                  // expect: from-void
  w = (Wide *)coarse(sizeof(Wide));                      // proven: from-void
  w = (Wide *)coarse(4);                                 // expect: from-void
  w = (Wide *)sized(0, sizeof(Wide));                    // expect: from-void
}

#define FROM(T, v) static_cast<T *>(v)
#define NEW(T) ((T *)std::malloc(sizeof(T))) // proven: from-void:17
#define FROM_SPACE ((A *)space)           // expect: from-void:21
void macros(void *v) {
  A *a = FROM(A, v);                      // expect: from-void:10
  a = FROM_SPACE;
  a = NEW(A);
}

template <class T> T *never(void *v) {
  return static_cast<T *>(v);             // expect: from-void~possible
}
template <class T> T *seen(void *v) {
  return (T *)v;                          // expect: from-void
}
template A *seen<A>(void *);
template <class V> A *source(V v) {
  return static_cast<A *>(v);             // expect: from-void~possible
}
template A *source(void *);
template A *source(A *);
// Another instantiation may not fit.
template <class T> T *make() {
  return static_cast<T *>(malloc(sizeof(T))); // expect: from-void
}
template A *make<A>();
template <class T> void none(T *p) { void *v = static_cast<void *>(p); }
template void none(A *);
