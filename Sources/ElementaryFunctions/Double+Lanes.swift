extension Double: Lanes {
  @inline(__always) init(repeating value: Double) { self = value }

  @inline(__always) static func less(_ a: Double, _ b: Double) -> Bool { a < b }

  @inline(__always) static func select(_ mask: Bool, _ a: Double, _ b: Double) -> Double {
    mask ? a : b
  }

  @inline(__always) func withSign(of other: Double) -> Double {
    Double(bitPattern: bitPattern & 0x7FFF_FFFF_FFFF_FFFF | other.bitPattern & 0x8000_0000_0000_0000)
  }

  @inline(__always) var leadingBits: Double {
    Double(bitPattern: bitPattern & 0xFFFF_FFFF_F800_0000)
  }

  @inline(__always) var powerOfShifted: Double {
    Double(bitPattern: (bitPattern &+ 1023) &<< 52)
  }

  @inline(__always) var decomposed: (exponent: Double, significand: Double) {
    let offset: UInt64 = 0x3FF0_0000_0000_0000 - 0x3FE6_A09E_667F_3BCD
    let moved = bitPattern &+ offset
    let exponent = Double(bitPattern: moved &>> 52 | 0x4330_0000_0000_0000) - (0x1p52 + 1023)
    return (exponent, Double(bitPattern: moved & 0x000F_FFFF_FFFF_FFFF &+ 0x3FE6_A09E_667F_3BCD))
  }
}
