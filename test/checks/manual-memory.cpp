// Memory and lifetimes that are managed by hand in C++.
// RUN: %check-hosts --on manual-memory %s -- -std=c++20 -Wno-everything

using size_t = decltype(sizeof 0);
extern "C" {
void *malloc(size_t);
void *realloc(void *, size_t);
void free(void *);
char *strdup(const char *);                    // expect: import
}
namespace std {
struct nothrow_t {};
extern const nothrow_t nothrow;
enum class align_val_t : size_t {};
template <class T> struct default_delete {};
template <class T, class D = default_delete<T>> struct unique_ptr {
  unique_ptr(T *p = nullptr);
  ~unique_ptr();
  void reset(T *p = nullptr);
  T *release();
  T *get() const;
};
template <class T, class D> struct unique_ptr<T[], D> {
  unique_ptr(T *p);
  ~unique_ptr();
};
template <class T> struct shared_ptr {
  template <class U> shared_ptr(U *p);
  template <class U, class D> shared_ptr(U *p, D deleter);
  ~shared_ptr();
};
template <class T> unique_ptr<T> make_unique() { return unique_ptr<T>(new T); } // expect: new
template <class T> struct allocator {
  T *allocate(size_t n);
  void deallocate(T *p, size_t n);
};
template <class T> T *construct_at(T *p);
template <class T> void destroy_at(T *p);
template <class T> T *launder(T *p);
template <class T> T *start_lifetime_as(void *p);
template <class T, class U> U uninitialized_copy(T a, T b, U to);
} // namespace std
void *operator new(size_t, void *) noexcept;
void *operator new[](size_t, void *) noexcept;
void *operator new(size_t, const std::nothrow_t &) noexcept;
struct Arena {};
void *operator new(size_t, Arena &);
struct Plain {
  int x;
};
struct Owner {
  Owner();
  ~Owner();
};
struct Base {
  virtual ~Base();
};
struct Derived : Base {};
struct Open {
  int x;
};
struct Extended : Open {};
struct Deleter {
  void operator()(Plain *) const;
};
void take(std::unique_ptr<Plain>);

void news(int n, Arena &arena) {
  Plain *p = new Plain;                        // expect: new:14
  int *a = new int[n];                         // expect: new
  p = ::new Plain{1};                          // expect: new:7
  p = new (std::nothrow) Plain;                // expect: new
  p = new (arena) Plain;                       // expect: new
  auto **q = new Plain *[n]();                 // expect: new
  void *raw = operator new(8);                 // expect: allocate:15
  raw = ::operator new[](8);                   // expect: allocate
  delete p;                                    // expect: delete:3
  delete[] a;                                  // expect: delete
  ::delete p;                                  // expect: delete
  operator delete(raw);                        // expect: free
  delete static_cast<Plain *>(nullptr);        // proven: delete
}

// A smart pointer that deletes it as what it is owns it at once.
std::unique_ptr<Plain> owned(Base *b, Plain *p) {
  std::unique_ptr<Plain> a(new Plain);         // proven: new
  std::unique_ptr<Plain> c = std::unique_ptr<Plain>(new Plain{1}); // proven: new
  std::unique_ptr<Base> base(new Derived);     // proven: new
  std::unique_ptr<int[]> array(new int[4]);    // proven: new
  std::shared_ptr<Open> shared(new Extended);  // proven: new
  a.reset(new Plain);                          // proven: new
  take(std::unique_ptr<Plain>(new Plain));     // proven: new
  std::unique_ptr<Open> wrong(new Extended);   // expect: new
  std::unique_ptr<Plain, Deleter> own(new Plain); // expect: new
  std::shared_ptr<Plain> with(new Plain, Deleter()); // expect: new
  std::unique_ptr<Plain> raw(p);               // expect: adopt:26
  a.reset(p);                                  // expect: adopt
  std::unique_ptr<Plain> again(a.release());   // expect: adopt
  std::shared_ptr<Base> both(b);               // expect: adopt
  a.reset();
  a.reset(nullptr);
  std::unique_ptr<Plain> none;
  return std::make_unique<Plain>();
}

void placement(void *v, Plain *p, int n) {
  alignas(Plain) unsigned char storage[sizeof(Plain)];
  new (v) Plain;                               // expect: placement-new
  Plain *made = new (storage) Plain;           // expect: placement-new
  made = ::new (static_cast<void *>(p)) Plain{2}; // expect: placement-new
  new (v) int[n];                              // expect: placement-new
  made = std::construct_at(p);                 // expect: placement-new
}

void ends(Owner *o, Owner &r, Plain *p, int *i, Base *b) {
  o->~Owner();                                 // expect: destroy:3
  r.~Owner();                                  // expect: destroy
  b->Base::~Base();                            // expect: destroy
  p->~Plain();                                 // proven: destroy
  using T = int;
  i->~T();
  std::destroy_at(o);                          // expect: destroy
}

void lives(void *v, Plain *p, const Plain *from) {
  p = std::launder(p);                         // expect: launder
  p = __builtin_launder(p);                    // expect: launder
  p = std::start_lifetime_as<Plain>(v);        // expect: start-lifetime
  std::uninitialized_copy(from, from, p);      // expect: uninitialized
}

void library(size_t n, const char *s) {
  void *m = malloc(n * sizeof(int));           // expect: allocate
  m = realloc(m, n + 1);                       // expect: reallocate
  free(m);                                     // expect: free
  free(nullptr);                               // proven: free
  char *copy = strdup(s);                      // expect: allocate
  std::allocator<int> a;
  int *i = a.allocate(n);                      // expect: allocate
  a.deallocate(i, n);                          // expect: free
}

void *stack(int n) {
  int array[n];                                // expect: variable-array:7
  int square[2][n];                            // expect: variable-array
  int (*pointer)[n];
  int fixed[4];
  return __builtin_alloca(n);                  // expect: stack-allocation
}

template <class T> struct Slot {
  alignas(T) char bytes[sizeof(T)];
  T *make() { return new (bytes) T; }          // expect: placement-new
  void end(T *t) { t->~T(); }                  // expect: destroy
  T *heap() { return new T; }                  // expect: new
  void drop(T *t) { delete t; }                // expect: delete
  T *unused() { return new T; }                // expect: new~possible
};
void slots(Slot<Owner> s, Slot<int> t) {
  s.make();
  s.end(nullptr);
  s.drop(s.heap());
  t.end(nullptr);
}
auto lambda = [] { return new int; };          // expect: new
int *initial = new int;                        // expect: new
struct Member {
  int *p = new int;                            // expect: new
  std::unique_ptr<int> q{new int};             // proven: new
  std::unique_ptr<int> r;
  Member() : r(new int) {}                     // proven: new
  ~Member() { delete p; }                      // expect: delete
};

#define NEW(T) new T                           // expect: new
#define DESTROY(p) delete (p)
void macros(Plain *p, Plain *q) {
  (void)NEW(int);
  DESTROY(p);                                  // expect: delete:3
  DESTROY(q);                                  // expect: delete:3
}

// Only called like it, or never run.
namespace own {
void free(void *);
struct Pool {
  void *allocate();
  void reset(int *p);
};
} // namespace own
void negatives(own::Pool pool, void *p, int *i) {
  own::free(p);
  pool.allocate();
  pool.reset(i);
  (void)sizeof(new int);
  Owner local;
  Owner temporary = Owner();
}

void documented(Plain *p) {
  // SAFETY: p was unlinked above, so that nothing else leads to it; this list owns it.
  delete p;
}
