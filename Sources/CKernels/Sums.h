// Sums in an order that does not depend on the width.

static void compensated_sum(const double *values, size_t count, double *sums, double *lost) {
  enum { parts = 8 / LANES };
  vector sum[parts], error[parts];
  for (int part = 0; part < parts; part++) {
    sum[part] = load(sums + part * LANES);
    error[part] = load(lost + part * LANES);
  }
  for (size_t index = 0; index < count; index += 8) {
    for (int part = 0; part < parts; part++) {
      vector block = load(values + index + part * LANES);
      vector next = sum[part] + block;
      vector added = next - sum[part];
      error[part] += (sum[part] - (next - added)) + (block - added);
      sum[part] = next;
    }
  }
  for (int part = 0; part < parts; part++) {
    store(sums + part * LANES, sum[part]);
    store(lost + part * LANES, error[part]);
  }
}

static double finiteness(const double *values, size_t count) {
  vector sums = repeat(0);
  size_t index = 0;
  for (; index + LANES <= count; index += LANES) sums += load(values + index) * 0;
  double sum = 0;
  for (int lane = 0; lane < LANES; lane++) sum += sums[lane];
  for (; index < count; index++) sum += values[index] * 0;
  return sum;
}
