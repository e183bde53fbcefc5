// The kind address in C.
// RUN: %check-hosts %s -- -std=gnu17 -Wno-everything

// SAFETY: p points to n ints.
int sum(const int *p, int n);
int safe(const int *p, int n);
typedef int (*function)(const int *, int);
struct table {
  function f, g;
};
void take(function);
static const struct table table = {.f = sum, .g = safe}; // expect: address:41
static function list[] = {&sum, [2] = sum};              // expect: address:28 address:39
function uses(struct table *t) {
  t->f = sum;                            // expect: address:10
  take(sum);                             // expect: address:8
  take((function)sum);                   // expect: address:18, proven: function-pointer
  *t = (struct table){sum};              // expect: address:23
  void *v = sum;                         // expect: address:13 function-pointer:13
  return t ? sum : safe;                 // expect: address:14
}
function none(struct table *t) {
  take(t->f);
  take(safe);
  typeof(sum) *f = safe;
  return f;
}
