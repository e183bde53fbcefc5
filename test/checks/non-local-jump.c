// setjmp and longjmp in C, switches of the stack and computed gotos.
// RUN: %check-hosts --on non-local-jump %s -- -std=gnu17 -Wno-everything

typedef long jmp_buf[8];
typedef struct {
  long words[8];
} sigjmp_buf[1];
typedef struct context ucontext_t;
int setjmp(jmp_buf);
int _setjmp(jmp_buf);
int sigsetjmp(sigjmp_buf, int);
int __sigsetjmp(sigjmp_buf, int);
void longjmp(jmp_buf, int) __attribute__((noreturn));
void siglongjmp(sigjmp_buf, int);
void ____longjmp_chk(jmp_buf, int);
int getcontext(ucontext_t *);
int setcontext(const ucontext_t *);
int swapcontext(ucontext_t *, const ucontext_t *);
void makecontext(ucontext_t *, void (*)(void), int, ...);
int vfork(void);
int again(void) __attribute__((returns_twice));

jmp_buf mark;
sigjmp_buf signal_mark;

int marks(void) {
  if (setjmp(mark))                    // expect: setjmp:7
    return 1;
  while (_setjmp(mark) == 0)           // expect: setjmp
    ;
  switch (sigsetjmp(signal_mark, 1)) { // expect: setjmp
  default:
    break;
  }
  int value = __sigsetjmp(signal_mark, 0); // expect: setjmp
  value += again();                    // expect: setjmp
  value += vfork();                    // expect: setjmp
  void *buffer[5];
  value += __builtin_setjmp(buffer);   // expect: setjmp
  return value;
}

void jumps(int value) {
  if (value == 1)
    longjmp(mark, value);              // expect: longjmp:5
  if (value == 2)
    siglongjmp(signal_mark, 1);        // expect: longjmp
  if (value == 3)
    ____longjmp_chk(mark, 1);          // expect: longjmp
  void *buffer[5];
  __builtin_longjmp(buffer, 1);        // expect: longjmp
}

void contexts(ucontext_t *a, ucontext_t *b, void (*f)(void)) {
  getcontext(a);                       // expect: setjmp
  makecontext(a, f, 0);                // expect: context-switch
  swapcontext(a, b);                   // expect: context-switch
  setcontext(b);                       // expect: context-switch
}

int computed(unsigned char *code, int i) {
  static void *const table[] = {&&add, &&stop};
  goto *table[i & 1];                  // expect: computed-goto:3
  // proven(-1): array-index
add:
  i += 1;
  void *next = &&stop;
  goto *next;                          // expect: computed-goto
stop:
  goto *&&done;                        // proven: computed-goto
done:
  if (i)
    goto add;
  return i;
}

// A macro whose argument is the mark.
#define TRY(m) (setjmp(m) == 0)
#define THROW(m, v) longjmp(m, v)
#define FAIL() longjmp(mark, 1)        // expect: longjmp
void macros(void) {
  jmp_buf own;
  if (TRY(own))                        // expect: setjmp:7
    THROW(own, 1);                     // expect: longjmp:5
  if (TRY(mark))                       // expect: setjmp:7
    FAIL();
  FAIL();
}

// Only called like it.
struct parser {
  int (*setjmp)(int);
};
static int local_longjmp(int x) { return x; }
int negatives(struct parser *p) {
  goto end;
end:
  return p->setjmp(1) + local_longjmp(2) + sizeof(setjmp(mark));
}

void documented(void) {
  // SAFETY: mark is set by main(), which is active while this thread runs, and
  // nothing between needs to be cleaned up.
  longjmp(mark, 1);
}
