// The kind call: a function that has a contract is called, in every way that
// there is, and what calls none.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

// SAFETY: p points to n ints.
int sum(const int *p, int n);
// Adds up, of whatever there is.
int safe(const int *p, int n);
/// @safety none
int any(const int *p, int n);
[[clang::unsafe_buffer_usage]] int marked(const int *p);
/// Adds.
///
/// # Safety
/// p points to n ints.
int headed(const int *p, int n);
/// @safety p points to n ints.
int tagged(const int *p, int n);
namespace n {
// SAFETY: p points to n ints.
int inNamespace(const int *p, int n);
} // namespace n
int overloaded(const int *p);
// SAFETY: p points to n ints.
int overloaded(const int *p, int n);
// Beside the contract of one declaration the others need none.
int sum(const int *p, int n);

int call(const int *q, bool yes) {
  int a = sum(q, 3);  // expect: call:11
  a += (sum)(q, 3);   // expect: call:8
  a += (*sum)(q, 3);  // expect: call:8
  a += (&sum)(q, 3);  // expect: call:8
  a += marked(q);     // expect: call
  a += headed(q, 3);  // expect: call
  a += tagged(q, 3);  // expect: call
  a += n::inNamespace(q, 3); // expect: call:8
  a += overloaded(q, 3); // expect: call
  a += overloaded(q);
  a += safe(q, 3) + any(q, 3);
  a += sum(q, sum(q, 2)); // expect: call:8 call:15
  a += yes ? sum(q, 1) : headed(q, 1); // expect: call:14 call:26
  a += yes && sum(q, 1); // expect: call:15
  sum(q, 1), a++;     // expect: call:3
  if (int s = sum(q, 1)) // expect: call:15
    return s;
  for (int i = sum(q, 1); i < sum(q, 2); i += sum(q, 3)) // expect: call:16 call:31 call:47
    ;
  auto lambda = [&] { return sum(q, 1); }; // expect: call:30
  auto captured = [s = sum(q, 1)] { return s; }; // expect: call:24
  static int kept = sum(q, 1); // expect: call:21
  int list[] = {sum(q, 1), marked(q)}; // expect: call:17 call:28
  return a + sizeof(sum(q, 3));
}
const int values[] = {1};
int global = sum(values, 1);          // expect: call:14
int defaulted(int n = sum(values, 1)); // expect: call:23
struct Member {
  int a = sum(values, 1);             // expect: call:11
  int b;
  Member() : b(sum(values, 1)) {}     // expect: call:16
};

struct Buffer {
  // SAFETY: p outlives the buffer.
  explicit Buffer(int *p);
  // SAFETY: p points to n ints.
  Buffer(int *p, int n);
  Buffer(const Buffer &) = default;
  Buffer() : Buffer(nullptr, 0) {}    // expect: call
  // SAFETY: i is less than the size.
  int &operator[](int i);
  // SAFETY: the buffer is not empty.
  int operator*() const;
  // SAFETY: the buffer is not empty.
  operator int *() const;
  // SAFETY: i is less than the size.
  int at(int i) const;
  // SAFETY: i is less than the size.
  static int of(int i);
  // SAFETY: i is less than the size.
  virtual int dynamic(int i);
  int own(int i) const { return at(i); } // expect: call:33
};
// SAFETY: the sizes are the same.
bool operator==(const Buffer &a, const Buffer &b);
struct Heir : Buffer {
  Heir(int *p) : Buffer(p) {}         // expect: call
  int base(int i) { return Buffer::dynamic(i); } // expect: call:28
};
struct Inherits : Buffer {
  using Buffer::Buffer;
};
int methods(int *p, Buffer *h) {
  Buffer b(p);              // expect: call:10
  auto c = Buffer(p);       // expect: call:12
  auto *d = new Buffer{p};  // expect: call:17
  Buffer e{p, 1};           // expect: call:10
  Inherits f(p);            // expect: call:12
  Buffer copy = b;
  bool same = b == c;       // expect: call:15
  int *q = b;               // expect: call:12
  return b[0] +             // expect: call:10
         *b +               // expect: call:10
         b.at(1) +          // expect: call:10
         d->at(1) +         // expect: call:10
         h->dynamic(1) +    // expect: call:10
         b.operator[](1) +  // expect: call:10
         Buffer::of(1);     // expect: call:10
}

// SAFETY: p points to n elements.
template <class T> T first(const T *p, int n);
int instantiated(const int *p) { return first(p, 1); } // expect: call
template <class T> int seen(T *p) {
  return sum(p, 1);         // expect: call:10~possible
}
template int seen(int *);

// A macro whose definition has a Safety section is one too.
// SAFETY: p points to i + 1 ints.
#define GET(p, i) sum(p, (i) + 1)
#define CALL(f, ...) f(__VA_ARGS__)
#define TWICE(p) (sum(p, 1) + sum(p, 2))
#define BOTH (sum(values, 1) + sum(values, 2)) // expect: call:15 call:32
int macros(const int *p) {
  return GET(p, 1) +        // expect: call:10
         CALL(sum, p, 1) +  // expect: call
         BOTH + BOTH +
         TWICE(p);          // expect: call:10 call:10
}

// Calls of what has no contract, or names none.
int pointed(int (*f)(const int *, int), const int *p) { return f(p, 1); }
int none(const int *p) {
  using T = decltype(sum(p, 1));
  bool n = noexcept(sum(p, 1));
  // SAFETY: values has one element.
  int a = sum(values, 1);
  return a;
}
