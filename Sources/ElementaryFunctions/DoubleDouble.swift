/// A number as the unevaluated sum of two doubles, good for about 106 bits (Dekker 1971; Hida, Li and Bailey 2001).
struct DoubleDouble {
  let high: Double
  let low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  var value: Double { high + low }

  /// The exact sum of two doubles.
  @inline(__always) static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    let t = s - a
    return DoubleDouble(s, (a - (s - t)) + (b - t))
  }

  /// The exact product of two doubles, by Veltkamp's splitting; no fused operation is needed.
  @inline(__always) static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let p = a * b
    let (aHigh, aLow) = split(a)
    let (bHigh, bLow) = split(b)
    return DoubleDouble(p, ((aHigh * bHigh - p) + aHigh * bLow + aLow * bHigh) + aLow * bLow)
  }

  @inline(__always) private static func split(_ a: Double) -> (Double, Double) {
    let t = 134_217_729 * a
    let high = t - (t - a)
    return (high, a - high)
  }

  @inline(__always) static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let s = sum(a.high, b.high)
    let t = sum(a.low, b.low)
    let u = quick(s.high, s.low + t.high)
    return quick(u.high, u.low + t.low)
  }

  @inline(__always) static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    a + DoubleDouble(-b.high, -b.low)
  }

  @inline(__always) static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let p = product(a.high, b.high)
    return quick(p.high, p.low + (a.high * b.low + a.low * b.high))
  }

  @inline(__always) static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    let rest = a - b * DoubleDouble(first)
    return quick(first, rest.high / b.high)
  }

  @inline(__always) static prefix func - (a: DoubleDouble) -> DoubleDouble { DoubleDouble(-a.high, -a.low) }

  /// Half the number, exactly where nothing is subnormal.
  var halved: DoubleDouble { DoubleDouble(0.5 * high, 0.5 * low) }

  /// The square root of a number that is not negative.
  var squareRoot: DoubleDouble {
    if high == 0 { return self }
    let root = high.squareRoot()
    return .quick(root, ((self - .product(root, root)).high) / (2 * root))
  }

  /// The exact sum of a larger and a smaller double.
  @inline(__always) static func quick(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    return DoubleDouble(s, b - (s - a))
  }
}

extension DoubleDouble {
  /// e to the power of the number, which must lie between -800 and 800, as `parts × 2^exponent`; some 61 bits are right.
  ///
  /// What is left of the number after multiples of ln 2 / 128 goes through a polynomial, the rest through a table (P. T. P.
  /// Tang, "Table-Driven Implementation of the Exponential Function", 1989).
  @inline(__always) var exponentialParts: (parts: DoubleDouble, exponent: Int) {
    let shifted = high * 0x1.71547652b82fep7 + 0x1.8p52
    let k = shifted - 0x1.8p52
    let index = Int(Int32(truncatingIfNeeded: shifted.bitPattern))
    // ln 2 / 128 in two parts, the first short enough for its multiples to be exact.
    let leading = high - k * 0x1.62e42fef8p-8
    let trailing = low - k * 0x1.1cf79abc9e3b4p-43
    let r = leading + trailing
    let lost = (leading - r) + trailing
    let square = r * r
    let series =
      r
      + (lost + square
        * ((0.5 + r * (1.0 / 6))
          + square * ((1.0 / 24 + r * (1.0 / 120)) + square * (1.0 / 720))))
    let row = 2 * (index & 127)
    let base = ExponentialTable.entries[row]
    return (.quick(base, ExponentialTable.entries[row + 1] + base * series), index >> 7)
  }

  /// e to the power of the number, rounded to a double; the number must lie between -800 and 800.
  @inline(__always) func exponential() -> Double {
    let (parts, exponent) = exponentialParts
    return parts.scaled(by: exponent)
  }

  /// The number times a power of 2, rounded once, also where the result is subnormal.
  @inline(__always) func scaled(by exponent: Int) -> Double {
    if exponent.magnitude < 1000 { return value * Self.power(exponent) }
    return scaledFar(by: exponent)
  }

  /// The same where the result may be subnormal or infinite.
  @inline(never) private func scaledFar(by exponent: Int) -> Double {
    if exponent > 0 { return value * 0x1p1000 * Self.power(exponent - 1000) }
    if exponent + Int(high.exponent) >= -1022 { return value * Self.power(exponent + 600) * 0x1p-600 }
    // The rounding error of the scaled leading part is scaled along with the rest.
    let up = Self.power(-exponent - 600)
    let base = high * Self.power(exponent + 600) * 0x1p-600
    let rest = (high - base * 0x1p600 * up) + low
    return base + rest * Self.power(exponent + 600) * 0x1p-600
  }

  /// 2 to a power from -1022 to 1023.
  @inline(__always) private static func power(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: exponent &+ 1023) &<< 52)
  }
}

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
