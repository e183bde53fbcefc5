// Every kind of the check memory-function that types decide in C++, and beside
// it what is no call of such a function.
// RUN: %check-hosts --on memory-function %s -- -std=c++20

using size_t = unsigned long;
extern "C" {
void *memcpy(void *to, const void *from, size_t size);
void *memmove(void *to, const void *from, size_t size);
void *memset(void *to, int byte, size_t size);
int memcmp(const void *a, const void *b, size_t size);
size_t strlen(const char *text);
char *strcpy(char *to, const char *from);
int printf(const char *format, ...);
int snprintf(char *to, size_t size, const char *format, ...);
int sscanf(const char *text, const char *format, ...);
void qsort(void *base, size_t count, size_t size, // expect: import
           int (*compare)(const void *, const void *));
size_t fread(void *to, size_t size, size_t count, void *file); // expect: import
void *mmap(void *address, size_t length, int protection, int flags, // expect: import
           int file,
           long offset);
void *dlsym(void *library, const char *name); // expect: import
int pthread_create(unsigned long *thread, const void *attributes, // expect: import
                   void *(*start)(void *), void *argument);
}
namespace std {
using ::memcpy;
using ::strlen;
struct string {
  const char *data() const;
  const char *c_str() const;
  size_t size() const;
};
} // namespace std

struct Pair {
  int a, b;
};
struct Padded {
  char a;
  int b;
};
struct Virtual {
  virtual void f();
  int x;
};

void unknown(char *p, const char *q, size_t n, void *file) {
  memcpy(p, q, n);              // expect: copy
  std::memcpy(p, q, n);         // expect: copy:3
  ::memmove(p, q, n);           // expect: copy
  memset(p, 0, n);              // expect: fill
  (void)memcmp(p, q, n);        // expect: compare
  (void)strlen(q);              // expect: string
  strcpy(p, q);                 // expect: string-copy
  printf(q);                    // expect: format
  sscanf(q, "%d", p);           // expect: scan
  fread(p, 1, n, file);         // expect: transfer
  dlsym(file, "f");             // expect: lookup
  mmap(p, n, 0, 0, 0, 0);       // expect: map
  pthread_create(0, 0, 0, p);   // expect: thread
  qsort(p, n, 1, nullptr);      // expect: sort
  auto *address = &memcpy;
  address(p, q, n);
  (void)sizeof(strlen(q));
}

void named(int i, const Pair &from) {
  Pair a, b = {};
  char buffer[16];
  memcpy(&a, &b, sizeof(a));                    // proven: copy
  memcpy(&a, &from, sizeof(Pair));              // proven: copy
  memcpy(&a, buffer, sizeof(a));                // proven: copy
  memcpy(&a, buffer + 8, sizeof(a));            // proven: copy offset
  memcpy(&a, buffer + i, sizeof(a));            // expect: copy offset
  memset(buffer, 0, sizeof buffer);             // proven: fill
  memset(&buffer[4], 0, 12);                    // proven: fill array-index
  snprintf(buffer, sizeof buffer, "%d", i);     // proven: format
  snprintf(buffer, sizeof buffer, "%s", "x");   // proven: format
  snprintf(buffer, sizeof buffer, "%.4s", buffer); // proven: format
  sscanf("1", "%d %15s", &i, buffer);           // proven: scan
  printf("%d", i);                              // proven: format
  printf("%x %hhu %p", i, char(i), &a);         // proven: format
  static const char format[] = "%d";
  printf(format, i);                            // proven: format
  strcpy(buffer, "fits");                       // proven: string-copy
  (void)memcmp(&a, &b, sizeof(a));              // proven: compare
  (void)strlen("constant");                     // proven: string
}

// What is left open differs from what is proven in one thing.
void almost(int i, Pair *p, const char *s, Padded x, Padded y) {
  Pair a, b = {};
  char buffer[16];
  memcpy(&a, p, sizeof(a));                     // expect: copy
  memcpy(p, &a, sizeof(a));                     // expect: copy
  memcpy(buffer, buffer + 8, 8);                // expect: copy
  // proven(-1): offset
  memset(buffer, 0, i);                         // expect: fill
  snprintf(buffer, i, "%d", i);                 // expect: format
  snprintf(buffer, sizeof buffer, "%s", s);     // expect: format
  snprintf(buffer, sizeof buffer, "%ld", i);    // expect: format
  snprintf(buffer, sizeof buffer, "%.17s", buffer); // expect: format
  snprintf(buffer, sizeof buffer, "%n", &i);    // expect: format
  snprintf(buffer, sizeof buffer, s, i);        // expect: format
  printf("%d");                                 // expect: format
  (void)memcmp(&x, &y, sizeof(x));              // expect: compare
  (void)strlen(buffer);                         // expect: string
}

// A bound that holds on every path; a string and its own length.
void bounded(size_t n, int m, const std::string &s, const std::string &other,
             const char *text) {
  char buffer[32];
  char zeros[32] = {};
  if (n <= sizeof buffer)
    memcpy(buffer, zeros, n);               // proven: copy
  if (n <= sizeof buffer && m < 8)
    memset(buffer, 0, m * 4);               // expect: fill
  if (m >= 0 && m <= 8)
    memset(buffer, 0, m * 4);               // proven: fill
  if (s.size() <= sizeof buffer)
    memcpy(buffer, s.data(), s.size());     // expect: copy
  (void)memcmp(s.data(), s.data(), s.size());       // proven: compare
  (void)memcmp(s.data(), other.data(), s.size());   // expect: compare
  (void)memcmp(text, text, strlen(text) + 1);       // proven: compare
  // expect(-1): string
  (void)strlen(s.c_str());                  // proven: string
}

// A lambda's caller may hand in what the lambda captures.
void captured() {
  char buffer[8], other[8] = {};
  auto copy = [&](const char (&array)[8]) {
    char own[8];
    memcpy(buffer, array, 8);   // expect: copy
    memcpy(own, array, 8);      // proven: copy
  };
  copy(buffer);
  memcpy(buffer, other, 8);     // proven: copy
}

void builtins(char *p, const char *q, size_t n) {
  __builtin_memcpy(p, q, n);                        // expect: copy
  __builtin___memcpy_chk(p, q, n, 8);               // expect: copy
  __builtin___snprintf_chk(p, n, 0, 8, "%d", 1);    // expect: format
  char buffer[8];
  __builtin_memset(buffer, 0, 8);                   // proven: fill
  __builtin___memset_chk(buffer, 0, 8, 8);          // proven: fill
  __builtin___snprintf_chk(buffer, 8, 0, 8, "%d", 1); // proven: format
}

// The macros of a fortified C library in a project's own header.
#define memmove(to, from, size)                                               \
  __builtin___memmove_chk(to, from, size, __builtin_object_size(to, 0))
void fortified(char *p, const char *q, size_t n) {
  memmove(p, q, n); // expect: copy:3
}

#define CLEAR(x) memset(&(x), 0, sizeof(x))
char shared[8];
#define RESET() memset(shared, 0, sizeof(shared)) // proven: fill
void macros(Pair *p) {
  Pair a;
  CLEAR(a);  // proven: fill
  CLEAR(*p); // expect: fill
  RESET();
}

template <class T> void generic(T *p, const T &from) {
  memcpy(p, &from, sizeof(T)); // expect: copy
}
template void generic(int *, const int &);

// Only called like it.
namespace own {
void *memcpy(void *to, const void *from, size_t size);
struct Reader {
  long read(int file, void *to, size_t size);
};
} // namespace own
static long read(int file, void *to, size_t size) { return 0; }
extern "C" int write(int value); // expect: import
void namesakes(own::Reader r, char *p) {
  own::memcpy(p, p, 1);
  r.read(0, p, 1);
  read(0, p, 1);
  write(1);
}
