// Several doubles side by side and what the kernels ask of them. The includer has defined LANES.

#pragma STDC FP_CONTRACT OFF

#define INLINE static inline __attribute__((always_inline))

typedef double vector __attribute__((vector_size(8 * LANES)));
typedef long long mask __attribute__((vector_size(8 * LANES)));
typedef unsigned long long words __attribute__((vector_size(8 * LANES)));

/// Added to a number below 2⁵¹, it rounds it to a whole one and leaves that in the last bits.
#define SHIFT 0x1.8p52

INLINE vector load(const double *source) {
  vector result;
  __builtin_memcpy(&result, source, sizeof result);
  return result;
}

INLINE void store(double *target, vector value) { __builtin_memcpy(target, &value, sizeof value); }

INLINE vector repeat(double value) { return (vector){} + value; }

/// `a` in the lanes of the mask, `b` elsewhere.
INLINE vector pick(mask m, vector a, vector b) { return (vector)((m & (mask)a) | (~m & (mask)b)); }

/// The smaller of a number and a bound; nan stays nan.
INLINE vector at_most(vector x, double bound) { return pick(repeat(bound) < x, repeat(bound), x); }

/// A number brought between two bounds; nan stays nan.
INLINE vector clamped(vector x, double low, double high) {
  return at_most(pick(x < repeat(low), repeat(low), x), high);
}

INLINE vector magnitude(vector x) { return (vector)((words)x & 0x7FFFFFFFFFFFFFFFull); }

INLINE vector with_sign(vector x, vector sign) {
  return (vector)(((words)x & 0x7FFFFFFFFFFFFFFFull) | ((words)sign & 0x8000000000000000ull));
}

/// The number with the last 27 of its 53 bits cleared, so that the product of two such is exact.
INLINE vector leading_bits(vector x) { return (vector)((words)x & 0xFFFFFFFFF8000000ull); }

/// 2ᵏ of a number `k + SHIFT`, k whole and from -1022 to 1023.
INLINE vector power_of_shifted(vector x) { return (vector)(((words)x + 1023) << 52); }
