// Assembly within C++, and what is none.
// RUN: %check-hosts --on inline-assembly %s -- -std=c++20 --target=x86_64-linux-gnu

asm("nop");                                   // expect: file-scope:1
namespace ns {
asm(".globl label");                          // expect: file-scope
}

void plain() {
  asm("nop");                                 // expect: statement:3
  asm volatile("cli");                        // expect: statement
  __asm__ __volatile__("nop" : : : "cc");     // expect: statement
  asm volatile("nop; nop"                     // expect: statement
               :
               :
               : "rax");
  asm("" : : "r"(1)); asm("nop");             // proven: statement:3
  // expect(-1): statement:23
}

unsigned operands(unsigned a, unsigned *p, unsigned (&array)[4], int i) {
  unsigned b;
  asm("mov %1, %0" : "=r"(b) : "r"(a));       // expect: statement
  asm("mov %1, %0" : "=m"(*p) : "r"(a));      // expect: statement
  asm("mov %1, %0" : "=m"(array[1]) : "r"(a)); // expect: statement
  // proven(-1): array-index
  asm("mov %1, %0" : "+m"(p[i]) : "r"(a));    // expect: statement subscript
  asm("mov %[from], %[to]" : [to] "=r"(b) : [from] "r"(p)); // expect: statement
  asm("inc %0" : "=r"(b) : "0"(a));           // expect: statement
  asm goto("jmp %l0" : : : : out);            // expect: statement
out:
  return b;
}

// A barrier has no instruction.
void barriers(unsigned a, unsigned b) {
  asm volatile("" : : : "memory");            // proven: statement
  asm volatile("" : "+r"(a));                 // proven: statement
  asm volatile("" : : "r"(a), "m"(b));        // proven: statement
  asm volatile("  \n\t" ::: "memory");        // proven: statement
  asm volatile("" : "=r"(b));                 // expect: statement
}

// A macro's assembly stands at the definition, unless an argument selects the
// memory.
#define PAUSE() asm volatile("pause")         // expect: statement
#define LOAD(p) asm volatile("lea (%0), %%rax" : : "r"(p) : "rax")
#define WRITE_FLAGS(v) asm volatile("push %0; popf" : : "r"(v)) // expect: statement
void macros(unsigned *p, unsigned *q, unsigned long flags) {
  PAUSE();
  PAUSE();
  LOAD(p);                                    // expect: statement:3
  LOAD(q);                                    // expect: statement:3
  WRITE_FLAGS(flags);
  WRITE_FLAGS(0UL);
}

// Lambdas, initializers, templates.
auto lambda = [] { asm("nop"); };             // expect: statement
struct Member {
  int x = [] { asm("nop"); return 1; }();     // expect: statement
  Member() { asm("nop"); }                    // expect: statement
};
template <class T> T independent(T t) {
  asm("nop");                                 // expect: statement
  return t;
}
template <class T> T dependent(T t) {
  asm("nop" : "+r"(t));                       // expect: statement
  return t;
}
template int dependent(int);
constexpr int constant(bool b) {
  if (!b)
    asm("nop");                               // expect: statement
  return 1;
}

void bound() {
  register long number asm("rax") = 1;        // expect: register-variable:17
  asm volatile("syscall" : "+r"(number) : : "rcx", "r11", "memory"); // expect: statement
}

// No assembly: a name for the linker, and a string.
extern int renamed asm("other_name");
int text(const char *);
int strings() { return text("asm") + renamed; }

void documented(unsigned a) {
  // SAFETY(convention): changes no register and no flag.
  asm volatile("nop");
  asm volatile("" : "=r"(a)); // SAFETY: a is only kept from being optimised away.
}
