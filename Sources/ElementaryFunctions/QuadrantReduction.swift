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
