extension Double {
  /// The number times a power of two, which changes no digits unless it leaves the range of normal numbers.
  public func timesTwo(to exponent: Int) -> Double {
    exponent == 0 ? self : Double(sign: .plus, exponent: exponent, significand: self)
  }
}

extension Collection<Double> {
  /// The exponent of the largest of them, 0 where all are 0; they must be finite.
  public var largestExponent: Int {
    let largest = reduce(0) { Swift.max($0, $1.magnitude) }
    return largest > 0 ? Int(largest.exponent) : 0
  }
}
