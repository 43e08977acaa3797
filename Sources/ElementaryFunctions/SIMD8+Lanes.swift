extension SIMD8: Lanes where Scalar == Double {
  typealias Mask = SIMDMask<SIMD8<Int64>>
  typealias Bits = SIMD8<UInt64>

  @inline(__always) static func less(_ a: Self, _ b: Self) -> Mask { a .< b }

  @inline(__always) static func select(_ mask: Mask, _ a: Self, _ b: Self) -> Self {
    b.replacing(with: a, where: mask)
  }

  @inline(__always) var bits: Bits { unsafeBitCast(self, to: Bits.self) }
  @inline(__always) init(bits: Bits) { self = unsafeBitCast(bits, to: Self.self) }

  @inline(__always) var magnitude: Self { Self(bits: bits & 0x7FFF_FFFF_FFFF_FFFF) }

  @inline(__always) func withSign(of other: Self) -> Self {
    Self(bits: bits & 0x7FFF_FFFF_FFFF_FFFF | other.bits & 0x8000_0000_0000_0000)
  }

  @inline(__always) var leadingBits: Self { Self(bits: bits & 0xFFFF_FFFF_F800_0000) }

  @inline(__always) var powerOfShifted: Self {
    Self(bits: (bits &+ 1023) &<< 52)
  }

  @inline(__always) var decomposed: (exponent: Self, significand: Self) {
    let offset: UInt64 = 0x3FF0_0000_0000_0000 - 0x3FE6_A09E_667F_3BCD
    let moved = bits &+ offset
    let exponent = Self(bits: moved &>> 52 | 0x4330_0000_0000_0000) - Self(repeating: 0x1p52 + 1023)
    return (exponent, Self(bits: moved & 0x000F_FFFF_FFFF_FFFF &+ 0x3FE6_A09E_667F_3BCD))
  }
}
