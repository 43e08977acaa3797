// The algorithms and coefficients of log and log1p are those of FDLIBM (e_log.c, s_log1p.c).
// Copyright (C) 1993 by Sun Microsystems, Inc. Permission to use, copy, modify, and distribute this software is freely
// granted, provided that this notice is preserved.

/// The natural logarithm; less than 1 unit in the last place off.
public func log(_ x: Double) -> Double {
  guard let (k, m) = decomposed(x) else { return special(x) }
  let f = m - 1
  let half = 0.5 * f * f
  return logarithmSeries(f, half, k, carry: 0)
}

/// The natural logarithm of 1 + x without loss near 0.
public func log1p(_ x: Double) -> Double {
  if x.magnitude < 0x1p-54 || x.isNaN { return x }
  let u = 1 + x
  guard let (k, m) = decomposed(u) else { return special(u) }
  // What rounding 1 + x has lost, relative to it.
  let lost = u.exponent >= 54 ? 0 : (x.magnitude < 1 ? x - (u - 1) : 1 - (u - x)) / u
  let f = m - 1
  if k == 0, f.magnitude <= 0.29, lost == 0 || u - 1 == x { return logarithmSeries(x, 0.5 * x * x, 0, carry: 0) }
  return logarithmSeries(f, 0.5 * f * f, k, carry: lost)
}

/// The logarithm to base 2, exact for powers of 2.
public func log2(_ x: Double) -> Double {
  guard let (k, m) = decomposed(x) else { return special(x) }
  return m == 1 ? k : (DoubleDouble.logarithm(of: m) * DoubleDouble(1.4426950408889634, 2.0355273740931033e-17)
    + DoubleDouble(k)).value
}

/// The logarithm to base 10.
public func log10(_ x: Double) -> Double {
  guard decomposed(x) != nil else { return special(x) }
  return (DoubleDouble.logarithm(of: x) * DoubleDouble(0.4342944819032518, 1.098319650216765e-17)).value
}

/// `x = m × 2ᵏ` with m from √½ to √2; nil where x is 0, negative, infinite or nan.
func decomposed(_ x: Double) -> (k: Double, m: Double)? {
  guard x > 0, x.isFinite else { return nil }
  let m = x.significand
  return m > 1.4142135623730951 ? (Double(x.exponent + 1), m / 2) : (Double(x.exponent), m)
}

private func special(_ x: Double) -> Double {
  x == 0 ? -.infinity : x > 0 ? x : .nan
}

private func logarithmSeries(_ f: Double, _ half: Double, _ k: Double, carry: Double) -> Double {
  let s = f / (2 + f)
  let z = s * s
  let w = z * z
  let even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01))
  let odd = z * (6.666666666666735130e-01
    + w * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)))
  let tail = s * (half + (odd + even)) + (k * naturalLogarithmOf2.low + carry)
  return k * naturalLogarithmOf2.high - ((half - tail) - f)
}
