// What is wrong with memory that is given back whatever a comment says, and what
// only looks so.
// RUN: %warrant scan --root %S --checks='-*,manual-memory' --all %s -- \
// RUN:   -std=c++20 -Wno-everything | %FileCheck %s --implicit-check-not=error:

using size_t = decltype(sizeof 0);
extern "C" {
void *malloc(size_t);
void *realloc(void *, size_t);
void free(void *);
char *strdup(const char *);
void *alloca(size_t);
}
void *operator new(size_t, void *) noexcept;
namespace std {
template <class T> struct default_delete {};
template <class T, class D = default_delete<T>> struct unique_ptr {
  unique_ptr(T *p);
};
template <class T> struct shared_ptr {
  template <class U> shared_ptr(U *p);
};
} // namespace std
struct Plain {
  int x;
};
struct Abstract {
  virtual void f() = 0;
};
struct Polymorphic {
  virtual void f();
};
struct Last final : Polymorphic {
  ~Last();
};
struct Virtual {
  virtual ~Virtual();
};
struct Incomplete;
struct Big {
  double d[4];
};
int global;
bool choose();
void escape(int **);

void families(const char *s) {
  int *a = new int;
  // CHECK: :[[#@LINE+1]]:3: error: memory from 'new' is given back as if from 'malloc': '{{.*}}
  free(a);
  int *b = (int *)malloc(4);
  // CHECK: :[[#@LINE+1]]:3: error: memory from 'malloc' is given back as if from 'new': '{{.*}}
  delete b;
  int *c = new int[4];
  // CHECK: :[[#@LINE+1]]:3: error: memory from 'new[]' is given back as if from 'new': '{{.*}}
  delete c;
  int *d = nullptr;
  if (choose())
    d = new int;
  // CHECK: :[[#@LINE+1]]:3: error: memory from 'new' is given back as if from 'new[]': '{{.*}}
  delete[] d;
  char *e = strdup(s);
  // CHECK: :[[#@LINE+1]]:3: error: memory from 'malloc' is given back as if from 'new[]': '{{.*}}
  delete[] e;
  int *f = new int;
  // CHECK: :[[#@LINE+1]]:13: error: memory from 'new' is given back as if from 'malloc': '{{.*}}
  void *g = realloc(f, 8);
  // CHECK: :[[#@LINE+1]]:30: error: memory from 'new[]' is given back as if from 'new': '{{.*}}
  std::unique_ptr<Plain> one(new Plain[2]);
  // CHECK: :[[#@LINE+1]]:36: error: memory from 'new[]' is given back as if from 'new': '{{.*}}
  std::shared_ptr<Plain> shared = (new Plain[2]);
}

void objects(Plain &r) {
  Plain local;
  int array[4];
  static int kept;
  // CHECK: :[[#@LINE+1]]:3: error: what is given back was not allocated: '{{.*}}
  free(&local);
  // CHECK: :[[#@LINE+1]]:3: error: what is given back was not allocated: '{{.*}}
  delete &local;
  // CHECK: :[[#@LINE+1]]:3: error: what is given back was not allocated: '{{.*}}
  free(array);
  // CHECK: :[[#@LINE+1]]:3: error: what is given back was not allocated: '{{.*}}
  free(&local.x);
  int *p = &kept;
  // CHECK: :[[#@LINE+1]]:3: error: what is given back was not allocated: '{{.*}}
  delete p;
  void *s = (void *)"text";
  // CHECK: :[[#@LINE+1]]:3: error: what is given back was not allocated: '{{.*}}
  free(s);
  void *t = alloca(8);
  // CHECK: :[[#@LINE+1]]:3: error: what is given back was not allocated: '{{.*}}
  free(t);
}

void types(void *v, Abstract *a, Polymorphic *p, Incomplete *i) {
  // CHECK: :[[#@LINE+1]]:3: error: a pointer to void is deleted: '{{.*}}
  delete v;
  // CHECK: :[[#@LINE+1]]:3: error: the destructor of 'Abstract' is not virtual: '{{.*}}
  delete a;
  // CHECK: :[[#@LINE+1]]:3: error: the destructor of 'Polymorphic' is not virtual (possible)
  delete p;
  // CHECK: :[[#@LINE+1]]:3: error: 'Incomplete' is incomplete, so its destructor is not called (likely)
  delete i;
}

void storage() {
  char small[4];
  // CHECK: :[[#@LINE+2]]:3: error: an alignment of 8 is needed, and 'small' has 1 (likely)
  // CHECK: :[[#@LINE+1]]:3: error: 32 bytes are made, and 'small' has 4: '{{.*}}
  new (small) Big;
  struct {
    int first;
    char bytes[sizeof(int)];
  } record;
  new (record.bytes) int;
  struct {
    char first, bytes[sizeof(int)];
  } odd;
  // CHECK: :[[#@LINE+1]]:3: error: an alignment of 4 is needed, and 'bytes' has 1 (likely)
  new (odd.bytes) int;
  alignas(Big) char fits[sizeof(Big)];
  new (fits) Big;
  new (&fits) Big;
}

// Nothing is known to be wrong.
void fine(int *parameter, Plain &r, Virtual *v, Last *l, bool b) {
  int *a = new int, *c = new int[4];
  delete a;
  delete[] c;
  delete parameter;
  free(parameter);
  delete &r;
  delete v;
  delete l;
  int *mixed = b ? new int : (int *)malloc(4);
  free(mixed);
  int *either = new int;
  if (b)
    either = parameter;
  free(either);
  int *escaped = new int;
  escape(&escaped);
  free(escaped);
  int *captured = new int;
  auto change = [&] { captured = parameter; };
  change();
  free(captured);
  int *none = nullptr;
  free(none);
  void *memory = malloc(sizeof(Plain));
  Plain *made = new (memory) Plain;
  free(made);
  int *again = new int;
  again = static_cast<int *>(malloc(4));
  delete again;
  int *moved = new int[4];
  moved++;
  free(moved);
  std::unique_ptr<Plain> one(new Plain);
}
struct Class {
  int member[2];
  int *p = member;
  void f() { free(p); }
};
template <class T> void generic() {
  T *t = new T[2];
  // CHECK: :[[#@LINE+1]]:3: error: memory from 'new[]' is given back as if from 'new': '{{.*}}
  delete t;
}
template void generic<int>();
