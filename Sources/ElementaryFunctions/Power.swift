/// x to the power of y, with the special cases of IEEE 754 (C99 Annex F); nearly always the nearest double, since both
/// the logarithm and the exponential carry some 60 bits.
public func pow(_ x: Double, _ y: Double) -> Double {
  if x > 0, x < .infinity, y.magnitude < .infinity { return y == 0 ? 1 : positivePower(x, y) }
  if y == 0 || x == 1 { return 1 }
  if x.isNaN || y.isNaN { return .nan }
  let isWhole = y.magnitude >= 0x1p53 || Double(Int64(y)) == y
  let isOdd = y.magnitude < 0x1p53 && isWhole && Int64(y) & 1 != 0
  if x == 0 || x.isInfinite || y.isInfinite { return extremePower(x, y, isOdd: isOdd) }
  if x < 0, !isWhole { return .nan }
  let size = positivePower(x.magnitude, y)
  return x < 0 && isOdd ? -size : size
}

/// The power where one of the two is infinite or the base is 0.
private func extremePower(_ x: Double, _ y: Double, isOdd: Bool) -> Double {
  if y.isInfinite {
    if x.magnitude == 1 { return 1 }
    return (x.magnitude > 1) == (y > 0) ? .infinity : 0
  }
  let size: Double = (x == 0) == (y > 0) ? 0 : .infinity
  return x.sign == .minus && isOdd ? -size : size
}

private func positivePower(_ x: Double, _ y: Double) -> Double {
  if x == 1 || y == 1 { return x }
  let logarithm = DoubleDouble.logarithm(of: x)
  let estimate = logarithm.high * y
  if estimate > 710 { return .infinity }
  if estimate < -746 { return 0 }
  // Beyond, the product would need parts that are subnormal, and the power is 1 but for the rounding.
  if estimate.magnitude < 0x1p-64 { return 1 + estimate }
  return (logarithm * DoubleDouble(y)).exponential()
}
