// Rows of matrices beside each other: what linear algebra does most. No product is fused with a sum.

/// The sum of the products: sixteen running sums side by side, then those and what is left over one after the other.
static double dot_product(const double *a, const double *b, size_t count) {
  enum { sums = 16, parts = sums / LANES };
  vector sum[parts];
#pragma clang loop unroll(full)
  for (int part = 0; part < parts; part++) sum[part] = repeat(0);
  size_t index = 0;
  for (; index + sums <= count; index += sums) {
#pragma clang loop unroll(full)
    for (int part = 0; part < parts; part++) {
      sum[part] += load(a + index + part * LANES) * load(b + index + part * LANES);
    }
  }
  double total = 0;
  for (int part = 0; part < parts; part++) {
    for (int lane = 0; lane < LANES; lane++) total += sum[part][lane];
  }
  for (; index < count; index++) total += a[index] * b[index];
  return total;
}

static void add_scaled(double *target, const double *values, double factor, size_t count) {
  size_t index = 0;
  for (; index + LANES <= count; index += LANES) {
    store(target + index, load(target + index) + factor * load(values + index));
  }
  for (; index < count; index++) target[index] += factor * values[index];
}

static void rotate_rows(double *a, double *b, double cosine, double sine, size_t count) {
  size_t index = 0;
  for (; index + LANES <= count; index += LANES) {
    vector first = load(a + index), second = load(b + index);
    store(a + index, cosine * first + sine * second);
    store(b + index, cosine * second - sine * first);
  }
  for (; index < count; index++) {
    double first = a[index], second = b[index];
    a[index] = cosine * first + sine * second;
    b[index] = cosine * second - sine * first;
  }
}
