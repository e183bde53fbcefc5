// The kind function-pointer in C.
// RUN: %check-hosts %s -- -std=gnu17 -Wno-everything

void *dlsym(void *, const char *);
typedef void (*callback)(void);
typedef int (*handler)(int);
typedef void (*work)(void *);
int twice(int);
int old();
void done(int *);
void take(handler);
void run(work, void *);
struct operations {
  handler handle;
  work finish;
};
static struct operations table = {
    .handle = (handler)old,           // expect: function-pointer:15
    .finish = (work)done,             // expect: function-pointer:15
};

void explicit(void (*f)(void), void *v) {
  handler a = (handler)f;             // expect: function-pointer:15
  a = (handler)v;                     // expect: function-pointer:7
  a = (handler)dlsym(0, "f");         // expect: function-pointer:7
  v = (void *)f;                      // expect: function-pointer:7
  run((work)done, v);                 // expect: function-pointer:7
  ((void (*)(int))f)(1);              // expect: function-pointer:4
  callback b = (callback)a;           // expect: function-pointer:16
  b = (callback)twice;                // expect: function-pointer:7
  a = (handler)0x1000;                // expect: function-pointer:7
}

void implicit(void *v, callback f) {
  handler a = dlsym(0, "f");          // expect: function-pointer:15
  a = v;                              // expect: function-pointer:7
  v = f;                              // expect: function-pointer:7
  v = twice;                          // expect: function-pointer:7
  take(v);                            // expect: function-pointer:8
  run(done, v);                       // expect: function-pointer:7
  a = f;                              // expect: function-pointer:7
}

// The types are compatible; nothing changes, or there is nothing yet.
void none(handler h, callback f) {
  handler a = twice;
  a = &twice;
  a = old;
  a = 0;
  a = (handler)0;
  a = (void *)0;
  if (a == h || !f)
    return;
}
