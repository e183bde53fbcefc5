// Parameters that are declared behind the list, and functions without types.
// RUN: %check-hosts %s -- -std=gnu89 -Wno-everything

int sum(p, v, n, end)
  int *p, v[];
  char *end;
{
  int s = *(p + n);      // expect: offset:13
  s += v[n];             // expect: subscript:8
  s += *p++;             // expect: step:9
  s += (char *)p < end;  // expect: order:8  proven: reinterpret
  s += end - (char *)v;  // expect: difference:8  proven: reinterpret
  return s;
}

main(argc, argv)
  char **argv;
{
  char line[8];
  line[argc] = 0;        // expect: array-index:3
  return *++argv;        // expect: step:11 pointer-to-int:10
}
