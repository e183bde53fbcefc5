// As C23's <stddef.h> has it.
#define unreachable() (__builtin_unreachable())
