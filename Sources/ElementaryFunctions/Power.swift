/// x to the power of y, with the special cases of IEEE 754 (C99 Annex F); nearly always correctly rounded, since both
/// the logarithm and the exponential are carried in double-double arithmetic.
public func pow(_ x: Double, _ y: Double) -> Double {
  if y == 0 || x == 1 { return 1 }
  if x.isNaN || y.isNaN { return .nan }
  if y == 1 { return x }
  let isInteger = y == y.rounded(.towardZero)
  let isOdd = isInteger && y.magnitude < 0x1p53 && Int64(y) & 1 != 0
  if x == 0 || x.isInfinite || y.isInfinite { return extremePower(x, y, isOdd: isOdd) }
  if x < 0, !isInteger { return .nan }
  let size = positivePower(x.magnitude, y)
  return x < 0 && isOdd ? -size : size
}

private func extremePower(_ x: Double, _ y: Double, isOdd: Bool) -> Double {
  if y.isInfinite {
    if x.magnitude == 1 { return 1 }
    return (x.magnitude > 1) == (y > 0) ? .infinity : 0
  }
  let size: Double = (x == 0) == (y > 0) ? 0 : .infinity
  return x.sign == .minus && isOdd ? -size : size
}

private func positivePower(_ x: Double, _ y: Double) -> Double {
  if x == 1 { return 1 }
  // Small whole exponents: products of double-doubles, as long as nothing comes near overflow or underflow.
  if y == y.rounded(.towardZero), y.magnitude <= 64, Double(x.exponent).magnitude * y.magnitude < 900 {
    let power = wholePower(x, Int(y.magnitude))
    return y > 0 ? power.value : (DoubleDouble(1) / power).value
  }
  let logarithm = DoubleDouble.logarithm(of: x)
  let estimate = logarithm.high * y
  if estimate > 710 { return .infinity }
  if estimate < -746 { return 0 }
  return (logarithm * DoubleDouble(y)).exponential()
}

private func wholePower(_ x: Double, _ n: Int) -> DoubleDouble {
  var result = DoubleDouble(1)
  var square = DoubleDouble(x)
  var rest = n
  while rest > 0 {
    if rest & 1 != 0 { result = result * square }
    rest >>= 1
    if rest > 0 { square = square * square }
  }
  return result
}

/// The cube root, with the sign of its argument.
public func cbrt(_ x: Double) -> Double {
  if x == 0 || !x.isFinite { return x }
  let root = (DoubleDouble.logarithm(of: x.magnitude) / DoubleDouble(3)).exponential()
  return x < 0 ? -root : root
}
