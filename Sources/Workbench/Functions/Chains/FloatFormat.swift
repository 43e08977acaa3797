/// A binary floating-point format.
struct FloatFormat: Sendable {
  let name: String
  /// Bits of the significand, the leading one included.
  let precision: Int
  /// The exponents of the smallest and of the largest normal numbers.
  let exponents: ClosedRange<Int>

  static let all = [
    FloatFormat(name: "float16", precision: 11, exponents: -14...15),
    FloatFormat(name: "bfloat16", precision: 8, exponents: -126...127),
    FloatFormat(name: "float32", precision: 24, exponents: -126...127),
    FloatFormat(name: "float64", precision: 53, exponents: -1022...1023),
  ]

  /// The nearest number of the format, ties to even, with gradual underflow; ∞ beyond the largest.
  func rounding(_ x: Double) -> Double {
    guard precision < 53, x != 0, x.isFinite else { return x }
    let exponent = max(Int(x.exponent), exponents.lowerBound) - (precision - 1)
    let unit = Double(sign: .plus, exponent: exponent, significand: 1)
    let rounded = (x / unit).rounded(.toNearestOrEven) * unit
    let limit = Double(sign: .plus, exponent: exponents.upperBound, significand: 2)
    return rounded.magnitude >= limit ? (x < 0 ? -.infinity : .infinity) : rounded
  }
}
