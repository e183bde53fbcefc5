// Memory functions in C, where every type can be copied by its bytes.
// RUN: %check-hosts --on memory-function %s -- -std=c17

typedef unsigned long size_t;
void *memcpy(void *to, const void *from, size_t size);
void *memset(void *to, int byte, size_t size);
char *strncpy(char *to, const char *from, size_t size);
int sprintf(char *to, const char *format, ...);
int wcscmp(const int *a, const int *b);
int *wmemcpy(int *to, const int *from, size_t count);
long read(int file, void *to, size_t size);
long write(int file, const void *from, size_t size);
void bzero(void *to, size_t size);

struct record {
  int length;
  char name[16];
  char rest[];
};

void fields(struct record *r, const char *from, int file) {
  char local[16];
  memset(r->name, 0, sizeof r->name);         // proven: fill
  memset(r->rest, 0, 4);                      // expect: fill
  memset(r, 0, sizeof *r);                    // expect: fill
  memcpy(local, r->name, sizeof r->name);     // proven: copy
  strncpy(r->name, from, sizeof r->name);     // expect: string-copy
  sprintf(local, "x");                        // expect: format
  read(file, local, sizeof local);            // proven: transfer
  read(file, &r->length, sizeof r->length);   // proven: transfer
  write(file, from, 4);                       // expect: transfer
  bzero(local, 16);                           // proven: fill
}

void wide(int *p) {
  int a[4], b[4] = {0};
  wmemcpy(a, b, 4);      // proven: copy
  wmemcpy(a, b, 5);      // expect: copy
  (void)wcscmp(a, p);    // expect: string
}

// A parameter that may have been set to the local is no stranger to it.
void moved(char *p) {
  char a[8];
  memcpy(a, p, 8);       // expect: copy
  p = a;
  memcpy(a, p, 8);       // expect: copy
}
