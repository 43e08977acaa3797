/// One double or several side by side: what a branch-free function needs of its argument.
///
/// A function written once over `Lanes` gives a lane of a vector the same bits as a single double, since every
/// operation here is one that IEEE 754 rounds exactly, or one on bits.
protocol Lanes {
  associatedtype Mask

  init(repeating value: Double)
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static func less(_ a: Self, _ b: Self) -> Mask
  /// `a` in the lanes of the mask, `b` elsewhere.
  static func select(_ mask: Mask, _ a: Self, _ b: Self) -> Self

  var magnitude: Self { get }
  func withSign(of other: Self) -> Self
  /// The number with the last 27 of its 53 bits cleared, so that the product of two such is exact.
  var leadingBits: Self { get }
  /// 2ᵏ of a number `k + shift`, k whole and from -1022 to 1023.
  var powerOfShifted: Self { get }
  /// `k` and `m` of a positive normal number `m × 2ᵏ` with m from √½ to √2.
  var decomposed: (exponent: Self, significand: Self) { get }
}

extension Lanes {
  /// Added to a number below 2⁵¹, it rounds it to a whole one and leaves that in the last bits.
  @inline(__always) static var shift: Double { 0x1.8p52 }

  @inline(__always) static func + (a: Self, b: Double) -> Self { a + Self(repeating: b) }
  @inline(__always) static func + (a: Double, b: Self) -> Self { Self(repeating: a) + b }
  @inline(__always) static func - (a: Self, b: Double) -> Self { a - Self(repeating: b) }
  @inline(__always) static func - (a: Double, b: Self) -> Self { Self(repeating: a) - b }
  @inline(__always) static func * (a: Self, b: Double) -> Self { a * Self(repeating: b) }
  @inline(__always) static func * (a: Double, b: Self) -> Self { Self(repeating: a) * b }
  @inline(__always) static func / (a: Double, b: Self) -> Self { Self(repeating: a) / b }

  /// The smaller of the number and a bound; nan stays nan.
  @inline(__always) func atMost(_ bound: Double) -> Self {
    Self.select(Self.less(Self(repeating: bound), self), Self(repeating: bound), self)
  }

  /// The number brought between two bounds; nan stays nan.
  @inline(__always) func clamped(_ low: Double, _ high: Double) -> Self {
    Self.select(Self.less(self, Self(repeating: low)), Self(repeating: low), self).atMost(high)
  }
}
