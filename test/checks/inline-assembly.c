// Assembly within C.
// RUN: %check-hosts --on inline-assembly %s -- -std=gnu17 --target=x86_64-linux-gnu

__asm__(".section .init"); // expect: file-scope

register unsigned long stack_pointer __asm__("rsp"); // expect: register-variable:24

static inline unsigned long swap(unsigned long *p, unsigned long v) {
  __asm__ __volatile__("lock xchg %0, %1" // expect: statement
                       : "+r"(v), "+m"(*p)
                       :
                       : "memory");
  return v;
}

#define read_register(name)                                                    \
  ({                                                                           \
    unsigned long v_;                                                          \
    __asm__ volatile("mov %%" #name ", %0" : "=r"(v_)); /* expect: statement:5 */ \
    v_;                                                                        \
  })
unsigned long registers(unsigned long *p) {
  unsigned long size = sizeof(({ __asm__("nop"); 1; }));
  return read_register(cr0) + read_register(cr2) + swap(p, size);
}
