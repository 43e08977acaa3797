// The polynomials of sine and cosine are those of FDLIBM (k_sin.c, k_cos.c).
// Copyright (C) 1993 by Sun Microsystems, Inc. Permission to use, copy, modify, and distribute this software is freely
// granted, provided that this notice is preserved.

/// The sine of an angle in radians, of any size; less than 0.8 units in the last place off.
public func sin(_ x: Double) -> Double {
  guard x.isFinite else { return .nan }
  let (quadrant, r) = QuadrantReduction(x).parts
  switch quadrant {
  case 0: return r.sine.value
  case 1: return r.cosine.value
  case 2: return -r.sine.value
  default: return -r.cosine.value
  }
}

/// The cosine of an angle in radians, of any size; less than 0.8 units in the last place off.
public func cos(_ x: Double) -> Double {
  guard x.isFinite else { return .nan }
  let (quadrant, r) = QuadrantReduction(x).parts
  switch quadrant {
  case 0: return r.cosine.value
  case 1: return -r.sine.value
  case 2: return -r.cosine.value
  default: return r.sine.value
  }
}

/// The tangent of an angle in radians, of any size; less than 1 unit in the last place off.
public func tan(_ x: Double) -> Double {
  guard x.isFinite else { return .nan }
  if x.magnitude < 0x1p-28 { return x }
  let (quadrant, r) = QuadrantReduction(x).parts
  return (quadrant & 1 == 0 ? r.sine / r.cosine : -r.cosine / r.sine).value
}

extension DoubleDouble {
  /// The sine of an angle up to π/4.
  var sine: DoubleDouble {
    let z = high * high
    let r =
      8.33333333332248946124e-03 + z
      * (-1.98412698298579493134e-04
        + z * (2.75573137070700676789e-06 + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)))
    let v = z * high
    return .quick(high, -((z * (0.5 * low - v * r) - low) - v * -1.66666666666666324348e-01))
  }

  /// The cosine of an angle up to π/4.
  var cosine: DoubleDouble {
    let z = high * high
    let r =
      z
      * (4.16666666666666019037e-02 + z
        * (-1.38888888888741095749e-03 + z
          * (2.48015872894767294178e-05
            + z * (-2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11)))))
    let half = 0.5 * z
    let w = 1 - half
    return .quick(w, ((1 - w) - half) + (z * r - high * low))
  }
}

/// An angle less the nearest multiple of π/2, and that multiple modulo 4.
///
/// The angle is multiplied by the 192 bits of 2/π that matter for it (Payne and Hanek 1983), so that no size loses
/// accuracy: the rest is good for more than 60 bits even where a double comes nearest to a multiple of π/2.
struct QuadrantReduction {
  /// The multiple of π/2, from 0 to 3, and the rest, at most π/4.
  let parts: (quadrant: Int, rest: DoubleDouble)

  /// The angle must be finite.
  init(_ x: Double) {
    if x.magnitude <= 0.7853981633974483 {
      parts = (0, DoubleDouble(x))
    } else {
      let (quadrant, rest) = Self.reduced(x.magnitude)
      parts = x < 0 ? ((4 - quadrant) & 3, -rest) : (quadrant, rest)
    }
  }

  private static func reduced(_ x: Double) -> (Int, DoubleDouble) {
    // x = mantissa × 2^exponent; the first bits of 2/π only add whole turns.
    let mantissa = x.significandBitPattern | 1 << 52
    let exponent = Int(x.exponent) - 52
    let skipped = max(0, exponent - 2)
    let (word, shift) = skipped.quotientAndRemainder(dividingBy: 64)
    func bits(_ index: Int) -> UInt64 {
      shift == 0
        ? twoOverPi[word + index]
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
    // The leading bit first, so that no bits are lost to zeros after the point.
    let zeros = fraction.leadingZeroBitCount
    let digits = fraction << UInt128(zeros)
    let upper = Double(UInt64(truncatingIfNeeded: digits >> 75)) * 0x1p-53
    let lower = Double(UInt64(truncatingIfNeeded: (digits >> 22) & 0x001F_FFFF_FFFF_FFFF)) * 0x1p-106
    let scale = Double(sign: isNegative ? .minus : .plus, exponent: -zeros, significand: 1)
    let turn = DoubleDouble.quick(upper * scale, lower * scale)
    return (quadrant, turn * DoubleDouble(1.5707963267948966, 6.123233995736766e-17))
  }

  /// The binary digits of 2/π after the point.
  private static let twoOverPi: [UInt64] = [
    0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561,
    0xB7246E3A424DD2E0, 0x06492EEA09D1921C, 0xFE1DEB1CB129A73E, 0xE88235F52EBB4484,
    0xE99C7026B45F7E41, 0x3991D639835339F4, 0x9C845F8BBDF9283B, 0x1FF897FFDE05980F,
    0xEF2F118B5A0A6D1F, 0x6D367ECF27CB09B7, 0x4F463F669E5FEA2D, 0x7527BAC7EBE5F17B,
    0x3D0739F78A5292EA, 0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB, 0xF0CFBC209AF4361D,
  ]
}
