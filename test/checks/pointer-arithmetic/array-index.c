// A built-in array is subscripted, in C.
// RUN: %check-hosts %s -- -std=gnu2x -Wno-everything

enum color { Red, Green };
struct packet {
  unsigned length;
  int words[4], rows[2][3];
  union {
    char raw[16];
    short halves[8];
  };
  void (*handlers[4])(int);
  unsigned char data[];
};
extern int unknown[], table[8], matrix[2][8];
static const char *const names[] = {"red", "green"};

int forms(struct packet *k, struct packet s, int n, enum color e, bool f,
          int (*rows)[4], int (*vla)[n]) {
  int local[n], fixed[4] = {0};
  static int once[4];
  k->words[n] = 1;     // expect: array-index:3
  n[k->words] = 1;     // expect: array-index:3
  s.words[n];          // expect: array-index:3
  k->rows[n][n];       // expect: array-index:3 array-index:3
  k->raw[n];           // expect: array-index:3
  k->halves[n];        // expect: array-index:3
  k->data[n];          // expect: array-index:3
  k->handlers[n](n);   // expect: array-index:3
  k->handlers[n & 3](n); // proven: array-index
  local[n];            // expect: array-index:3
  fixed[n];            // expect: array-index:3
  once[n];             // expect: array-index:3
  table[n];            // expect: array-index:3
  unknown[n];          // expect: array-index:3
  matrix[n][n];        // expect: array-index:3 array-index:3
  names[e];            // expect: array-index:3
  names[Green];        // proven: array-index:3
  names[e][n];         // expect: array-index:3 subscript:3
  (*rows)[n];          // expect: array-index:3
  (*vla)[n];           // expect: array-index:3
  "text"[n];           // expect: array-index:3
  n["text"];           // expect: array-index:3
  "01"[f];             // proven: array-index:3
  __func__[n];         // expect: array-index:3
  (int[]){1, 2}[n];    // expect: array-index:3
  ((int[]){1, 2})[n & 1]; // proven: array-index:3
  (struct packet){0}.words[n]; // expect: array-index:3
  ({ s; }).words[n];   // expect: array-index:3
  // In C these are pointers to the first element by then.
  (0, fixed)[n];       // expect: subscript:3
  (f ? fixed : table)[n]; // expect: subscript:3
  ({ fixed; })[n];     // expect: subscript:3
  struct packet made = {.words = {[1] = table[n]}}; // expect: array-index:41
  int (*functions[2])(void);
  functions[n]();      // expect: array-index:3
  goto *(void *[]){&&one, &&one}[n]; // expect: array-index:9
one:
  return &table[n] - table; // proven: difference:10  expect: array-index:11
}

typedef float vector __attribute__((vector_size(16)));
float lane(vector v, int n) {
  v[n] = 1;            // expect: array-index:3
  return v[n & 3];     // proven: array-index:10
}

#define AT(a, i) ((a)[i])
int macro(struct packet *k, int n) { return AT(k->words, n); } // expect: array-index:45

void negatives(int n) {
  sizeof(table[n]);
  typeof(table[n]) x = n;
  _Alignof(table[n]);
  int declared[4];
  __builtin_offsetof(struct packet, words[2]);
}
