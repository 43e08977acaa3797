// Rounding to shorter formats, and matrix products that round after every operation.

/// The nearest number of a format, ties to even, with gradual underflow; infinite beyond the largest.
INLINE vector rounded_of(vector x, const NumberFormat *format) {
  words exponent = (words)x & 0x7FF0000000000000ull;
  words smallest = (words){} + format->smallest_exponent;
  exponent = (words)pick((mask)(exponent < smallest), (vector)smallest, (vector)exponent);
  // Added and taken away, it leaves what is left of the last bit.
  vector shift = (vector)((exponent + format->surplus_bits) | 0x0008000000000000ull);
  mask is_beyond = magnitude(x) > repeat(2 * format->largest);
  vector safe = pick(is_beyond, repeat(0), x);
  vector result = with_sign((safe + shift) - shift, x);
  mask is_infinite = is_beyond | (magnitude(result) > repeat(format->largest));
  result = pick(is_infinite, with_sign(repeat(__builtin_inf()), x), result);
  return pick(x != x, x, result);
}

static void round_values(double *values, size_t count, const NumberFormat *format) {
  size_t index = 0;
  for (; index + LANES <= count; index += LANES) {
    store(values + index, rounded_of(load(values + index), format));
  }
  for (; index < count; index++) {
    double lanes[LANES] = {values[index]};
    store(lanes, rounded_of(load(lanes), format));
    values[index] = lanes[0];
  }
}

static void rounded_product(const MatrixProduct *p, const NumberFormat *format) {
  for (size_t row = 0; row < p->rows; row++) {
    for (size_t column = 0; column < p->columns; column += LANES) {
      const size_t filled = smaller(LANES, p->columns - column);
      vector sum = repeat(0);
      for (size_t k = 0; k < p->depth; k++) {
        double right[LANES] = {0};
        const double *source = p->b + (ptrdiff_t)k * p->b_row + (ptrdiff_t)column * p->b_column;
        for (size_t j = 0; j < filled; j++) right[j] = source[(ptrdiff_t)j * p->b_column];
        vector left = repeat(p->a[(ptrdiff_t)row * p->a_row + (ptrdiff_t)k * p->a_column]);
        sum = rounded_of(sum + rounded_of(left * load(right), format), format);
      }
      double results[LANES];
      store(results, sum);
      __builtin_memcpy(p->c + row * p->c_row + column, results, filled * sizeof(double));
    }
  }
}
