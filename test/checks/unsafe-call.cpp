// Every kind of the check unsafe-call, and beside it what is no use of a
// contract.
// RUN: %check-hosts %s -- -std=c++20

// SAFETY: p points to n ints.
int sum(const int *p, int n);
// Adds up, of whatever there is.
int safe(const int *p, int n);
/// @safety none
int any(const int *p, int n);
[[clang::unsafe_buffer_usage]] int marked(const int *p);

namespace std {
template <class F> struct function {
  function(F f);
};
} // namespace std

int call(const int *q) {
  int a = sum(q, 3);  // expect: call
  a += (sum)(q, 3);   // expect: call
  a += (*sum)(q, 3);  // expect: call
  a += marked(q);     // expect: call
  a += safe(q, 3) + any(q, 3);
  return a + sizeof(sum(q, 3));
}

auto address = &sum; // expect: address
std::function stored(sum); // expect: address
int (&bound)(const int *, int) = sum; // expect: address
int through(const int *q) { return address(q, 3) + bound(q, 3); }

struct Buffer {
  // SAFETY: p outlives the buffer.
  explicit Buffer(int *p);
  Buffer(const Buffer &) = default;
  // SAFETY: i is less than the size.
  int &operator[](int i);
  // SAFETY: i is less than the size.
  int at(int i) const;
  // SAFETY: i is less than the size.
  static int of(int i);
};

int methods(int *p) {
  Buffer b(p);              // expect: call
  auto c = Buffer(p);       // expect: call
  auto *d = new Buffer{p};  // expect: call
  Buffer copy = b;
  auto m = &Buffer::at;     // expect: address
  return b[0] +             // expect: call
         b.at(1) +          // expect: call
         d->at(1) +         // expect: call
         Buffer::of(1);     // expect: call
}

// SAFETY: p points to n elements.
template <class T> T first(const T *p, int n);
int instantiated(const int *p) { return first(p, 1); } // expect: call
