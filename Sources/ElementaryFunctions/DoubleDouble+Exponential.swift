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
