extension DoubleDouble {
  static let logarithmOf2 = DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56)

  /// The natural logarithm of `x + low`, for x positive and finite and low at most half a unit in its last place; some
  /// 68 bits of it are right, also near 1.
  ///
  /// The significand is multiplied by a number c from a table that brings it to within 1/180 of 1, and
  /// `ln x = k ln 2 - ln c + ln(1 + r)`; the way of S. Nagy's `pow` in Arm's optimized routines, here with exact products.
  @inline(__always) static func logarithm(of x: Double, low: Double = 0) -> DoubleDouble {
    let isSubnormal = x < 0x1p-1022
    let bits = (isSubnormal ? x * 0x1p54 : x).bitPattern
    let moved = bits &- 0x3FE6_9555_0000_0000
    let row = 3 * Int(truncatingIfNeeded: moved >> 45 & 127)
    let exponent = Int64(bitPattern: moved) >> 52
    let significand = Double(bitPattern: bits &- (moved & 0xFFF0_0000_0000_0000))
    let reciprocal = LogarithmTable.entries[row]

    // The reciprocal is so short that its products with either half of the significand are exact.
    let leading = Double(bitPattern: (significand.bitPattern &+ 0x8000_0000) & 0xFFFF_FFFF_0000_0000)
    let first = leading * reciprocal - 1
    let second = (significand - leading) * reciprocal
    let r = quick(first, second)
    let k = Double(exponent - (isSubnormal ? 54 : 0))
    // The sum is exact, since both numbers are multiples of 2⁻⁴².
    let base = k * 0x1.62e42fefa38p-1 + LogarithmTable.entries[row + 1]
    var rest = k * 0x1.ef35793c7673p-45 + LogarithmTable.entries[row + 2] + r.low
    if low != 0 { rest += low / x }

    // -r²/2, of which that of the first half is exact.
    let half = -0.5 * first * first
    let otherHalf = -0.5 * second * (r.high + first)
    let t = r.high
    let square = t * t
    let series =
      (1.0 / 3 - 0.25 * t) + square
      * ((0.2 - (1.0 / 6) * t)
        + square * ((1.0 / 7 - 0.125 * t) + square * (1.0 / 9 - 0.1 * t)))
    let linear = sum(base, t)
    let quadratic = sum(linear.high, half)
    return quick(
      quadratic.high, ((linear.low + quadratic.low) + (rest + otherHalf)) + square * t * series)
  }

  /// The natural logarithm of a positive number.
  @inline(__always) var logarithm: DoubleDouble { .logarithm(of: high, low: low) }
}
