// The algorithms and coefficients of exp and expm1 are those of FDLIBM (e_exp.c, s_expm1.c).
// Copyright (C) 1993, 2004 by Sun Microsystems, Inc. Permission to use, copy, modify, and distribute this software is
// freely granted, provided that this notice is preserved.

/// ln 2 in two parts; the first has its last 20 bits 0, so that small multiples of it are exact.
let naturalLogarithmOf2 = (high: 6.93147180369123816490e-01, low: 1.90821492927058770002e-10)

/// e to the power of a number; less than 1 unit in the last place off.
public func exp(_ x: Double) -> Double {
  if x.isNaN { return x }
  if x > 709.782712893383973096 { return .infinity }
  if x < -745.13321910194110842 { return 0 }
  let k = (x * 1.44269504088896338700).rounded()
  let high = x - k * naturalLogarithmOf2.high
  let low = k * naturalLogarithmOf2.low
  let r = high - low
  let t = r * r
  let p = 4.13813679705723846039e-08
  let q = -1.65339022054652515390e-06 + t * p
  let c = r - t * (1.66666666666666019037e-01
    + t * (-2.77777777770155933842e-03 + t * (6.61375632143793436117e-05 + t * q)))
  return scaled(1 + (r * c / (2 - c) - low + high), by: Int(k))
}

/// eˣ - 1 without loss near 0.
public func expm1(_ x: Double) -> Double {
  if x.isNaN || x.magnitude < 0x1p-54 { return x }
  if x > 709.782712893383973096 { return .infinity }
  if x < -38 { return -1 }
  let k = (x * 1.44269504088896338700).rounded()
  let high = x - k * naturalLogarithmOf2.high
  let low = k * naturalLogarithmOf2.low
  let r = high - low
  let c = (high - r) - low
  let half = 0.5 * r
  let square = r * half
  let tail = -7.93650757867487942473e-05 + square * (4.00821782732936239552e-06 + square * -2.01099218183624371326e-07)
  let ratio = 1 + square * (-3.33333333333331316428e-02 + square * (1.58730158725481460165e-03 + square * tail))
  let t = 3 - ratio * half
  var e = square * ((ratio - t) / (6 - r * t))
  if k == 0 { return r - (r * e - square) }
  e = r * (e - c) - c - square
  if k == -1 { return 0.5 * (r - e) - 0.5 }
  if k == 1 { return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e) }
  if k < 0 || k > 56 { return scaled(1 - (e - r), by: Int(k)) - 1 }
  let inverse = Double(sign: .plus, exponent: -Int(k), significand: 1)
  let y = k < 20 ? r - e + (1 - inverse) : r - (e + inverse) + 1
  return scaled(y, by: Int(k))
}

/// `x × 2ᵏ` for k from -1100 to 1100, rounded once.
func scaled(_ x: Double, by k: Int) -> Double {
  if k > 1000 { return x * 0x1p1000 * powerOf2(k - 1000) }
  if k < -1000 { return x * powerOf2(k + 200) * 0x1p-200 }
  return x * powerOf2(k)
}

private func powerOf2(_ k: Int) -> Double { Double(bitPattern: UInt64(k + 1023) << 52) }
