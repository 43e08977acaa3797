// The elementary functions, operation for operation those of the Swift module ElementaryFunctions, where they are explained.

typedef struct { vector shifted, r, tail; } reduced;
typedef struct { vector high, low; } pair;

INLINE reduced reduced_exponential(vector x) {
  vector shifted = x * 0x1.71547652b82fep0 + SHIFT;
  vector k = shifted - SHIFT;
  vector high = x - k * 0x1.62e42fefap-1;
  vector low = k * 0x1.cf79abc9e3b3ap-40;
  vector r = high - low;
  vector lost = (high - r) - low;
  vector square = r * r;
  vector a = 0x1.5555555555556p-3 + r * 0x1.5555555555555p-5;
  vector b = 0x1.11111111109b3p-7 + r * 0x1.6c16c16c167e1p-10;
  vector c = 0x1.a01a01a7c41d5p-13 + r * 0x1.a01a01a47b054p-16;
  vector d = 0x1.71de0dae63bb3p-19 + r * 0x1.27e4e1f48534fp-22;
  vector e = 0x1.af38a9b0ec855p-26 + r * 0x1.1f66df7fca49fp-29;
  vector fourth = square * square;
  vector series = (a + square * b) + fourth * ((c + square * d) + fourth * e);
  vector tail = 0.5 * square + (lost + r * (lost + square * series));
  return (reduced){shifted, r, tail};
}

/// 2ᵏ as two factors of normal size.
INLINE pair powers(reduced x) {
  vector k = x.shifted - SHIFT;
  vector half = k * 0.5 + SHIFT;
  vector rest = (k - (half - SHIFT)) + SHIFT;
  return (pair){power_of_shifted(half), power_of_shifted(rest)};
}

/// 1 + r + tail as a double and what rounding it has lost.
INLINE pair significand(reduced x) {
  vector first = 1 + x.r;
  vector rest = (x.r - (first - 1)) + x.tail;
  vector high = first + rest;
  return (pair){high, rest - (high - first)};
}

/// eˣ - 1 as a double and what rounding it has lost.
INLINE pair less_one(reduced x) {
  vector power = power_of_shifted(x.shifted);
  vector base = power - 1;
  vector linear = power * x.r;
  vector first = base + linear;
  vector lost = power - (base + 1);
  vector rest = (linear - (first - base)) + (power * x.tail + lost);
  vector high = first + rest;
  return (pair){high, rest - (high - first)};
}

/// `(a + a_low) / (b + b_low)` to nearly half a unit in the last place.
INLINE vector quotient(vector a, vector a_low, vector b, vector b_low) {
  vector inverse = 1 / b;
  vector leading = leading_bits(a * inverse);
  vector divisor = leading_bits(b);
  vector remainder = ((a - leading * divisor) - leading * ((b - divisor) + b_low)) + a_low;
  return leading + remainder * inverse;
}

INLINE vector exponential_of(vector x) {
  reduced parts = reduced_exponential(clamped(x, -746, 710));
  vector first = 1 + parts.r;
  vector sum = first + ((parts.r - (first - 1)) + parts.tail);
  pair power = powers(parts);
  return sum * power.high * power.low;
}

INLINE vector hyperbolic_tangent_of(vector x) {
  pair t = less_one(reduced_exponential(-2 * at_most(magnitude(x), 22)));
  vector divisor = 2 + t.high;
  vector lost = (t.high - (divisor - 2)) + t.low;
  return with_sign(quotient(t.high, t.low, divisor, lost), x);
}

INLINE vector logistic_of(vector x) {
  reduced parts = reduced_exponential(-1 * at_most(magnitude(x), 746));
  pair sum = significand(parts);
  pair power = powers(parts);
  vector t = sum.high * power.high * power.low;
  vector divisor = 1 + t;
  vector lost = (t - (divisor - 1)) + sum.low * power.high * power.low;
  mask is_left = x < repeat(0);
  vector value = quotient(
    pick(is_left, sum.high, repeat(1)), pick(is_left, sum.low, repeat(0)), divisor, lost);
  return value * pick(is_left, power.high, repeat(1)) * pick(is_left, power.low, repeat(1));
}

INLINE vector natural_logarithm_of(vector x) {
  mask is_subnormal = x < repeat(0x1p-1022);
  words moved = (words)pick(is_subnormal, x * 0x1p54, x) + (0x3FF0000000000000ull - 0x3FE6A09E667F3BCDull);
  vector exponent = (vector)(moved >> 52 | 0x4330000000000000ull) - (0x1p52 + 1023);
  vector m = (vector)((moved & 0x000FFFFFFFFFFFFFull) + 0x3FE6A09E667F3BCDull);
  vector k = exponent - pick(is_subnormal, repeat(54), repeat(0));
  vector f = m - 1;
  vector s = f / (2 + f);
  vector z = s * s;
  vector w = z * z;
  vector odd =
    z * (0x1.5555555555555p-1 + w * (0x1.2492492476ba1p-2 + w * (0x1.745cf8f6c9119p-3 + w * 0x1.0fbe478772696p-3)));
  vector even =
    w * (0x1.9999999999a38p-2 + w * (0x1.c71c72017a15cp-3 + w * (0x1.3b1c38474d3eep-3 + w * 0x1.0c06cf14c641bp-3)));
  vector half = 0.5 * f * f;
  vector tail = s * (half + (odd + even)) + k * 0x1.cf79abc9e3b3ap-40;
  vector value = k * 0x1.62e42fefap-1 - ((half - tail) - f);
  vector at_zero = pick(x < repeat(0), repeat(__builtin_nan("")), repeat(-__builtin_inf()));
  vector positive = pick(x < repeat(0x1p-1074), at_zero, value);
  return pick(x < repeat(__builtin_inf()), positive, x);
}

/// A function over an array: whole vectors first, then what is left over in one that is filled up.
#define OVER_ARRAYS(name)                                                                  \
  static void name(const double *values, double *result, size_t count) {                  \
    size_t index = 0;                                                                      \
    for (; index + LANES <= count; index += LANES) {                                       \
      store(result + index, name##_of(load(values + index)));                              \
    }                                                                                      \
    if (index < count) {                                                                   \
      double rest[LANES] = {0};                                                            \
      __builtin_memcpy(rest, values + index, (count - index) * sizeof(double));                      \
      store(rest, name##_of(load(rest)));                                                  \
      __builtin_memcpy(result + index, rest, (count - index) * sizeof(double));                      \
    }                                                                                      \
  }

OVER_ARRAYS(exponential)
OVER_ARRAYS(hyperbolic_tangent)
OVER_ARRAYS(logistic)
OVER_ARRAYS(natural_logarithm)

/// An operation between the elements of two arrays.
#define OVER_TWO_ARRAYS(name, operation)                                                   \
  static void name(const double *a, const double *b, double *result, size_t count) {       \
    size_t index = 0;                                                                      \
    for (; index + LANES <= count; index += LANES) {                                       \
      store(result + index, load(a + index) operation load(b + index));                    \
    }                                                                                      \
    for (; index < count; index++) result[index] = a[index] operation b[index];            \
  }

OVER_TWO_ARRAYS(add_arrays, +)
OVER_TWO_ARRAYS(subtract_arrays, -)
OVER_TWO_ARRAYS(multiply_arrays, *)
OVER_TWO_ARRAYS(divide_arrays, /)
