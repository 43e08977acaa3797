extension Double {
  /// Added to a number below 2⁵¹, it rounds it to a whole one and leaves that in the last bits.
  @inline(__always) static var shift: Double { 0x1.8p52 }

  /// The smaller of the number and a bound; nan stays nan.
  @inline(__always) func atMost(_ bound: Double) -> Double { bound < self ? bound : self }

  /// The number brought between two bounds; nan stays nan.
  @inline(__always) func clamped(_ low: Double, _ high: Double) -> Double {
    (self < low ? low : self).atMost(high)
  }

  @inline(__always) func withSign(of other: Double) -> Double {
    Double(bitPattern: bitPattern & 0x7FFF_FFFF_FFFF_FFFF | other.bitPattern & 0x8000_0000_0000_0000)
  }

  /// The number with the last 27 of its 53 bits cleared, so that the product of two such is exact.
  @inline(__always) var leadingBits: Double {
    Double(bitPattern: bitPattern & 0xFFFF_FFFF_F800_0000)
  }

  /// 2ᵏ of a number `k + shift`, k whole and from -1022 to 1023.
  @inline(__always) var powerOfShifted: Double {
    Double(bitPattern: (bitPattern &+ 1023) &<< 52)
  }

  /// `k` and `m` of a positive normal number `m × 2ᵏ` with m from √½ to √2.
  @inline(__always) var decomposed: (exponent: Double, significand: Double) {
    let offset: UInt64 = 0x3FF0_0000_0000_0000 - 0x3FE6_A09E_667F_3BCD
    let moved = bitPattern &+ offset
    let exponent = Double(bitPattern: moved &>> 52 | 0x4330_0000_0000_0000) - (0x1p52 + 1023)
    return (exponent, Double(bitPattern: moved & 0x000F_FFFF_FFFF_FFFF &+ 0x3FE6_A09E_667F_3BCD))
  }
}
