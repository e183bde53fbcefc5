// A C project has no boundary to C.
// RUN: %check-hosts --none %s -- -std=c17

typedef void (*handler)(int);
struct operations {
  handler done;
};
int exported(const char *text) { return text != 0; }
int imported(const char *text);
extern int shared;
void listen(handler h);
static void react(int code) {}
static const struct operations table = {react};
void start(struct operations *o) {
  listen(react);
  o->done = react;
}
