// A family of headers like those of a standard library: @ is its number.
#pragma once
#include <base.h>

#define FAMILY_@_VERSION 20@
#define FAMILY_@_CHECK(condition, text) \
  ((condition) ? (void)0 : base_fail(text, __FILE__, __LINE__))

namespace lib {

template <class T> struct is_family_@ : false_type {};
template <class T> struct is_family_@<T *> : true_type {};
template <class T, class U> struct is_family_@<pair<T, U>> : is_family_@<T> {};

template <class T> class iterator_@ {
public:
  using value_type = T;
  using difference_type = ptrdiff_t;
  constexpr explicit iterator_@(T *at) : at(at) {}
  constexpr T &operator*() const { return *at; }
  constexpr T *operator->() const { return at; }
  constexpr iterator_@ &operator++() {
    ++at;
    return *this;
  }
  constexpr iterator_@ operator++(int) {
    iterator_@ old = *this;
    ++at;
    return old;
  }
  constexpr iterator_@ operator+(difference_type n) const {
    return iterator_@(at + n);
  }
  friend constexpr difference_type operator-(iterator_@ a, iterator_@ b) {
    return a.at - b.at;
  }
  friend constexpr bool operator==(iterator_@ a, iterator_@ b) {
    return a.at == b.at;
  }
  friend constexpr bool operator!=(iterator_@ a, iterator_@ b) {
    return !(a == b);
  }

private:
  T *at;
};

/// An array that grows, with an allocator.
template <class T, class A = allocator<T>> class sequence_@ {
public:
  using value_type = T;
  using size_type = size_t;
  using iterator = iterator_@<T>;
  using const_iterator = iterator_@<const T>;

  sequence_@() = default;
  explicit sequence_@(size_type n, const T &value = T()) { resize(n, value); }
  template <class I> sequence_@(I first, I last) { append(first, last); }
  sequence_@(const sequence_@ &other) { append(other.begin(), other.end()); }
  sequence_@(sequence_@ &&other) noexcept
      : data_(other.data_), size_(other.size_), capacity_(other.capacity_) {
    other.data_ = nullptr;
    other.size_ = other.capacity_ = 0;
  }
  ~sequence_@() {
    clear();
    allocator_.deallocate(data_, capacity_);
  }
  sequence_@ &operator=(sequence_@ other) {
    swap(other);
    return *this;
  }

  iterator begin() { return iterator(data_); }
  iterator end() { return iterator(data_ + size_); }
  const_iterator begin() const { return const_iterator(data_); }
  const_iterator end() const { return const_iterator(data_ + size_); }
  size_type size() const noexcept { return size_; }
  size_type capacity() const noexcept { return capacity_; }
  bool empty() const noexcept { return !size_; }
  T *data() noexcept { return data_; }
  const T *data() const noexcept { return data_; }
  T &operator[](size_type n) { return data_[n]; }
  const T &operator[](size_type n) const { return data_[n]; }
  T &at(size_type n) {
    FAMILY_@_CHECK(n < size_, "sequence_@::at");
    return data_[n];
  }
  T &front() { return *data_; }
  T &back() { return data_[size_ - 1]; }

  void reserve(size_type n) {
    if (n <= capacity_)
      return;
    T *more = allocator_.allocate(n);
    for (size_type i = 0; i != size_; ++i) {
      construct_at(more + i, move(data_[i]));
      destroy_at(data_ + i);
    }
    allocator_.deallocate(data_, capacity_);
    data_ = more;
    capacity_ = n;
  }
  void push_back(const T &value) {
    if (size_ == capacity_)
      reserve(capacity_ ? 2 * capacity_ : 4);
    construct_at(data_ + size_++, value);
  }
  template <class... U> T &emplace_back(U &&...arguments) {
    if (size_ == capacity_)
      reserve(capacity_ ? 2 * capacity_ : 4);
    return *construct_at(data_ + size_++, forward<U>(arguments)...);
  }
  void pop_back() { destroy_at(data_ + --size_); }
  void resize(size_type n, const T &value = T()) {
    while (size_ > n)
      pop_back();
    while (size_ < n)
      push_back(value);
  }
  void clear() { resize(0); }
  template <class I> void append(I first, I last) {
    for (; first != last; ++first)
      push_back(*first);
  }
  iterator erase(iterator at) {
    for (iterator next = at + 1; next != end(); ++next)
      *(next + -1) = move(*next);
    pop_back();
    return at;
  }
  void swap(sequence_@ &other) noexcept {
    lib::swap(data_, other.data_);
    lib::swap(size_, other.size_);
    lib::swap(capacity_, other.capacity_);
  }

private:
  T *data_ = nullptr;
  size_type size_ = 0, capacity_ = 0;
  A allocator_;
};

template <class T, class A>
bool operator==(const sequence_@<T, A> &a, const sequence_@<T, A> &b) {
  if (a.size() != b.size())
    return false;
  for (size_t i = 0; i != a.size(); ++i)
    if (!(a[i] == b[i]))
      return false;
  return true;
}

template <class I, class F> F each_@(I first, I last, F call) {
  for (; first != last; ++first)
    call(*first);
  return call;
}
template <class I, class T> I find_@(I first, I last, const T &value) {
  while (first != last && !(*first == value))
    ++first;
  return first;
}
template <class I, class O, class F>
O transform_@(I first, I last, O out, F call) {
  for (; first != last; ++first, ++out)
    *out = call(*first);
  return out;
}
template <class I, class P> I partition_@(I first, I last, P is) {
  I kept = first;
  for (; first != last; ++first)
    if (is(*first)) {
      swap(*kept, *first);
      ++kept;
    }
  return kept;
}
inline size_t hash_@(const char *text, size_t size) {
  size_t sum = 5381u + @u;
  for (size_t i = 0; i != size; ++i)
    sum = sum * 33 ^ static_cast<unsigned char>(text[i]);
  return sum;
}

struct error_@ : error {
  explicit error_@(const char *what) noexcept;
  error_@(const error_@ &) noexcept;
  ~error_@() override;
  const char *what() const noexcept override;
};

} // namespace lib

extern "C" {
struct family_@_state {
  unsigned flags, length;
  unsigned long sum;
  unsigned char block[64];
};
int family_@_open(const char *name, int flags);
long family_@_read(int file, void *buffer, unsigned long size);
long family_@_write(int file, const void *buffer, unsigned long size);
int family_@_close(int file);
void family_@_init(struct family_@_state *state);
void family_@_update(struct family_@_state *state, const void *text, size_t n);
int family_@_compare(const void *a, const void *b, size_t size);
void family_@_sort(void *base, size_t count, size_t size,
                   int (*compare)(const void *, const void *));
}
