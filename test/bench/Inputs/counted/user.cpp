// A project's own code over the library. @ is a number.
namespace user@ {

struct Record {
  int key;
  const char *name;
  friend bool operator==(const Record &a, const Record &b) {
    return a.key == b.key;
  }
};

/// A view of bytes.
/// # Safety
/// Between begin and end is one live object.
struct View {
  const unsigned char *begin, *end;
  ptrdiff_t size() const { return end - begin; }
  unsigned char operator[](ptrdiff_t n) const { return begin[n]; }
};

template <class T> T load(const void *from) {
  T value;
  memcpy(&value, from, sizeof value);
  return value;
}
template <class T> T *at(T *base, size_t n) { return base + n; }
template <class I> int sum(I first, I last) {
  int total = 0;
  for (; first != last; ++first)
    total += first->key;
  return total;
}

class Table {
public:
  explicit Table(size_t size) : buckets(new Record *[size]()), size(size) {}
  ~Table() { delete[] buckets; }
  Record *find(const char *name) const {
    size_t slot = lib::hash_@(name, strlen(name)) % size;
    // SAFETY(bounds): slot is a remainder by size, the array's length
    return buckets[slot];
  }
  void put(size_t slot, Record *r) {
    if (slot < size)
      buckets[slot] = r;
  }

private:
  Record **buckets;
  size_t size;
};

int decode(const char *text, size_t n, lib::sequence_@<Record> &out) {
  const char *p = text, *end = text + n;
  while (p < end) {
    Record r{static_cast<int>(*p), p};
    out.push_back(r);
    // SAFETY(bounds): stays at or before end, which the loop checks
    p += 1 + (static_cast<unsigned>(*p) & 3u);
  }
  auto add = [&](const Record &each) { return each.name[0] + each.key; };
  lib::each_@(out.begin(), out.end(), add);
  return sum(out.data(), out.data() + out.size()) + *at(&out[0].key, 0);
}

unsigned header(const void *packet, size_t size) {
  // SAFETY: network buffers are aligned to eight
  auto *words = reinterpret_cast<const unsigned *>(packet);
  unsigned first = load<unsigned>(packet);
  View v{static_cast<const unsigned char *>(packet),
         static_cast<const unsigned char *>(packet) + size};
  return words[0] ^ words[1] ^ first ^ v[1] ^ static_cast<unsigned>(v.size());
}

} // namespace user@
