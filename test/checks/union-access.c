// Members of unions in C.
// RUN: %check-hosts --on union-access %s -- -std=gnu17 -Wno-everything

union word {
  unsigned value;
  unsigned char bytes[4];
  struct {
    unsigned low : 16;
    unsigned high : 16;
  } halves;
};
struct packet {
  int kind;
  union {
    struct {
      int length;
      char data[];
    } text;
    struct {
      int length;
    } empty;
  } body;
};
void take(unsigned *p);

unsigned reads(union word w, union word *p, struct packet *k, int i) {
  unsigned n = w.value;                // expect: union-read
  n += p->halves.low;                  // expect: union-read
  n += p->bytes[i];                    // expect: union-read array-index
  union word copy = *p;
  p->halves.high = 1;
  n += p->value;                       // expect: union-pun
  n += k->body.text.length;            // proven: union-read
  n += k->body.text.data[i];           // expect: union-read array-index
  take(&p->value);                     // expect: union-address
  n += ((union word){.value = i}).value; // expect: union-read
  (void)sizeof(w.value);
  return n;
}

#define LOW(w) ((w).halves.low)
#define SWAP(a, b) do { unsigned t_ = (a).value; (a) = (b); (b).value = t_; } while (0)
unsigned macros(union word a, union word b) {
  SWAP(a, b);                          // expect: union-read
  return LOW(a) + LOW(b);              // expect: union-read:10 union-pun:19
}

// K&R
unsigned old(w) union word w; { return w.value; } // expect: union-read
