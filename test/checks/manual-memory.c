// Memory that is managed by hand in C.
// RUN: rm -rf %t && mkdir -p %t && cp %s %t/page.c && cp %S/Inputs/manual-memory.yaml %t/.warrant.yaml
// RUN: %check-hosts --root %t --on manual-memory %t/page.c -- -std=gnu17 -Wno-everything

typedef unsigned long size_t;
typedef struct file FILE;
void *malloc(size_t);
void *calloc(size_t, size_t);
void *realloc(void *, size_t);
void *aligned_alloc(size_t, size_t);
int posix_memalign(void **, size_t, size_t);
void free(void *);
void *alloca(size_t);
void *zmalloc(size_t) __attribute__((malloc));
void *own_take(void *) __attribute__((ownership_returns(malloc)));
void own_give(void *) __attribute__((ownership_takes(malloc, 1)));
void *pool_get(void);
void pool_put(void *);
#define xmalloc(n) checked(malloc(n))
#define xfree(p) do { free(p); (p) = 0; } while (0)
#define FREE_STATE() free(state_)     // expect: free
void *checked(void *);
char *state_;

struct list {
  struct list *next;
};

void calls(size_t n, void *v, struct list *l) {
  int *p = malloc(sizeof(int));       // expect: allocate:12
  // proven(-1): from-void
  v = calloc(n, sizeof *p);           // expect: allocate
  v = realloc(v, n * 2);              // expect: reallocate
  v = aligned_alloc(8, n);            // expect: allocate
  posix_memalign(&v, 8, n);           // expect: allocate
  v = zmalloc(n);                     // expect: allocate
  v = own_take(v);                    // expect: allocate
  own_give(v);                        // expect: free
  v = pool_get();                     // expect: allocate
  pool_put(v);                        // expect: free
  v = xmalloc(n);                     // expect: allocate:7
  xfree(v);                           // expect: free:3
  xfree(p);                           // expect: free:3
  FREE_STATE();
  FREE_STATE();
  v = __builtin_malloc(n);            // expect: allocate
  v = alloca(n);                      // expect: stack-allocation
  free(l->next);                      // expect: free
}

void arrays(int n, int parameter[n]) {
  const int constant = 4;
  int a[n + 1];                       // expect: variable-array:7
  char b[n][constant];                // expect: variable-array
  int c[constant];                    // expect: variable-array
  int d[4];
  int (*e)[n] = 0;
  typedef int row[n];
  row f;                              // expect: variable-array
  (void)sizeof(int[n]);
}

static void own(void *free) { (void)free; }
