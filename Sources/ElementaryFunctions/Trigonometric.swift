// The polynomials of sine, cosine and arctangent are those of FDLIBM (k_sin.c, k_cos.c, s_atan.c).
// Copyright (C) 1993 by Sun Microsystems, Inc. Permission to use, copy, modify, and distribute this software is freely
// granted, provided that this notice is preserved.

/// The sine of an angle in radians, of any size.
public func sin(_ x: Double) -> Double {
  guard x.isFinite else { return .nan }
  let (quadrant, r) = reduced(x)
  switch quadrant {
  case 0: return sineKernel(r)
  case 1: return cosineKernel(r)
  case 2: return -sineKernel(r)
  default: return -cosineKernel(r)
  }
}

/// The cosine of an angle in radians, of any size.
public func cos(_ x: Double) -> Double {
  guard x.isFinite else { return .nan }
  let (quadrant, r) = reduced(x)
  switch quadrant {
  case 0: return cosineKernel(r)
  case 1: return -sineKernel(r)
  case 2: return -cosineKernel(r)
  default: return sineKernel(r)
  }
}

/// The tangent of an angle in radians.
public func tan(_ x: Double) -> Double { x == 0 ? x : sin(x) / cos(x) }

private func sineKernel(_ x: DoubleDouble) -> Double {
  let z = x.high * x.high
  let r = 8.33333333332248946124e-03 + z * (-1.98412698298579493134e-04
    + z * (2.75573137070700676789e-06 + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)))
  let v = z * x.high
  return x.high - ((z * (0.5 * x.low - v * r) - x.low) - v * -1.66666666666666324348e-01)
}

private func cosineKernel(_ x: DoubleDouble) -> Double {
  let z = x.high * x.high
  let r = z * (4.16666666666666019037e-02 + z * (-1.38888888888741095749e-03 + z * (2.48015872894767294178e-05
    + z * (-2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11)))))
  let half = 0.5 * z
  let w = 1 - half
  return w + (((1 - w) - half) + (z * r - x.high * x.low))
}

/// The angle less the nearest multiple of π/2, and that multiple modulo 4.
private func reduced(_ x: Double) -> (quadrant: Int, rest: DoubleDouble) {
  if x.magnitude <= 0.7853981633974483 { return (0, DoubleDouble(x)) }
  let (quadrant, rest) = reducedByPayneAndHanek(x.magnitude)
  return x < 0 ? ((4 - quadrant) & 3, DoubleDouble(-rest.high, -rest.low)) : (quadrant, rest)
}

/// Multiplies the angle by the 192 bits of 2/π that matter for it (Payne and Hanek 1983), so that no size loses accuracy.
private func reducedByPayneAndHanek(_ x: Double) -> (Int, DoubleDouble) {
  // x = mantissa × 2^exponent; the first bits of 2/π only add whole turns.
  let mantissa = x.significandBitPattern | 1 << 52
  let exponent = Int(x.exponent) - 52
  let skipped = max(0, exponent - 2)
  let (word, shift) = skipped.quotientAndRemainder(dividingBy: 64)
  func bits(_ index: Int) -> UInt64 {
    shift == 0 ? twoOverPi[word + index]
      : twoOverPi[word + index] << UInt64(shift) | twoOverPi[word + index + 1] >> UInt64(64 - shift)
  }
  let bottom = UInt128(mantissa) * UInt128(bits(2))
  let middle = UInt128(mantissa) * UInt128(bits(1))
  let top = UInt128(mantissa) * UInt128(bits(0))
  let (low, carries) = bottom.addingReportingOverflow(middle << 64)
  let high = top &+ (middle >> 64) &+ (carries ? 1 : 0)
  // The point stands 128 + places bits from the bottom of the 256.
  let places = UInt128(skipped + 64 - exponent)
  var quadrant = Int(truncatingIfNeeded: (high >> places) & 3)
  var fraction = (low >> places) | (high << (128 - places))
  let isNegative = fraction >> 127 != 0
  if isNegative {
    quadrant = (quadrant + 1) & 3
    fraction = 0 &- fraction
  }
  let upper = Double(UInt64(truncatingIfNeeded: fraction >> 75)) * 0x1p-53
  let lower = Double(UInt64(truncatingIfNeeded: (fraction >> 22) & 0x001F_FFFF_FFFF_FFFF)) * 0x1p-106
  let rest = DoubleDouble.sum(upper, lower) * DoubleDouble(1.5707963267948966, 6.123233995736766e-17)
  return (quadrant, isNegative ? DoubleDouble(-rest.high, -rest.low) : rest)
}

/// The binary digits of 2/π after the point.
private let twoOverPi: [UInt64] = [
  0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561,
  0xB7246E3A424DD2E0, 0x06492EEA09D1921C, 0xFE1DEB1CB129A73E, 0xE88235F52EBB4484,
  0xE99C7026B45F7E41, 0x3991D639835339F4, 0x9C845F8BBDF9283B, 0x1FF897FFDE05980F,
  0xEF2F118B5A0A6D1F, 0x6D367ECF27CB09B7, 0x4F463F669E5FEA2D, 0x7527BAC7EBE5F17B,
  0x3D0739F78A5292EA, 0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB, 0xF0CFBC209AF4361D,
]

/// The angle from -π/2 to π/2 with this tangent.
public func atan(_ x: Double) -> Double {
  let size = x.magnitude
  if x.isNaN || size < 0x1p-27 { return x }
  if size > 0x1p66 { return x < 0 ? -1.5707963267948966 : 1.5707963267948966 }
  let value: Double
  switch size {
  case ..<0.4375: value = size - size * arctangentTail(size)
  case ..<0.6875:
    value = arctangent((2 * size - 1) / (2 + size), from: 4.63647609000806093515e-01, 2.26987774529616870924e-17)
  case ..<1.1875:
    value = arctangent((size - 1) / (size + 1), from: 7.85398163397448278999e-01, 3.06161699786838301793e-17)
  case ..<2.4375:
    value = arctangent((size - 1.5) / (1 + 1.5 * size), from: 9.82793723247329054082e-01, 1.39033110312309984516e-17)
  default:
    value = arctangent(-1 / size, from: 1.57079632679489655800e+00, 6.12323399573676603587e-17)
  }
  return x < 0 ? -value : value
}

private func arctangent(_ t: Double, from high: Double, _ low: Double) -> Double {
  high - ((t * arctangentTail(t) - low) - t)
}

private func arctangentTail(_ x: Double) -> Double {
  let z = x * x
  let w = z * z
  let odd = z * (3.33333333333329318027e-01 + w * (1.42857142725034663711e-01 + w * (9.09088713343650656196e-02
    + w * (6.66107313738753120669e-02 + w * (4.97687799461593236017e-02 + w * 1.62858201153657823623e-02)))))
  let even = w * (-1.99999999998764832476e-01 + w * (-1.11111104054623557880e-01 + w * (-7.69187620504482999495e-02
    + w * (-5.83357013379057348645e-02 + w * -3.65315727442169155270e-02))))
  return odd + even
}

/// The angle from -π/2 to π/2 with this sine; nan beyond ±1.
public func asin(_ x: Double) -> Double {
  if x.magnitude > 1 || x.isNaN { return .nan }
  if x.magnitude == 1 { return x * 1.5707963267948966 }
  return atan(x / ((1 - x) * (1 + x)).squareRoot())
}

/// The angle from 0 to π with this cosine; nan beyond ±1.
public func acos(_ x: Double) -> Double {
  if x.magnitude > 1 || x.isNaN { return .nan }
  if x == -1 { return .pi }
  return 2 * atan(((1 - x) / (1 + x)).squareRoot())
}
