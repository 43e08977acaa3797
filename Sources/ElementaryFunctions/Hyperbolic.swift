/// The hyperbolic sine; less than 0.6 units in the last place off.
public func sinh(_ x: Double) -> Double {
  if x.isNaN { return x }
  let size = x.magnitude
  if size < 0.5 {
    if size < 0x1p-28 { return x }
    let z = x * x
    let a = 0x1.5555555555555p-3 + z * (0x1.1111111111111p-7 + z * (0x1.a01a01a01a001p-13 + z * 0x1.71de3a556f96cp-19))
    let b = 0x1.ae6456792a77fp-26 + z * (0x1.612467ccb226p-33 + z * (0x1.ae777c36fd5b6p-41 + z * 0x1.99f0806c2628dp-49))
    return x + x * z * (a + z * z * z * z * b)
  }
  let value = halfSum(of: size.atMost(720), sign: -1)
  return x < 0 ? -value : value
}

/// The hyperbolic cosine; less than 0.6 units in the last place off.
public func cosh(_ x: Double) -> Double {
  if x.isNaN { return x }
  return halfSum(of: x.magnitude.atMost(720), sign: 1)
}

/// `(eˣ ± e⁻ˣ) / 2` for x ≥ 0.
private func halfSum(of x: Double, sign: Double) -> Double {
  let (growing, exponent) = DoubleDouble(x).exponentialParts
  if x > 40 { return growing.scaled(by: exponent - 1) }
  let (falling, negative) = DoubleDouble(-x).exponentialParts
  let scale = sign * Double(sign: .plus, exponent: negative - exponent, significand: 1)
  return (growing + DoubleDouble(scale * falling.high, scale * falling.low)).scaled(by: exponent - 1)
}

/// The inverse of the hyperbolic sine; nearly always the nearest double.
public func asinh(_ x: Double) -> Double {
  let size = x.magnitude
  if size < 0x1p-28 || !x.isFinite { return x }
  if size < 0x1p-14 { return x - x * x * x / 6 }
  let value: DoubleDouble
  if size > 0x1p60 {
    value = DoubleDouble.logarithm(of: size) + .logarithmOf2
  } else {
    value = (DoubleDouble(size) + (DoubleDouble.product(size, size) + DoubleDouble(1)).squareRoot).logarithm
  }
  return x < 0 ? -value.value : value.value
}

/// The inverse of the hyperbolic cosine; nan below 1; nearly always the nearest double.
public func acosh(_ x: Double) -> Double {
  guard x >= 1, x.isFinite else { return x == .infinity ? x : .nan }
  if x > 0x1p60 { return (DoubleDouble.logarithm(of: x) + .logarithmOf2).value }
  return (DoubleDouble(x) + (DoubleDouble(x - 1) * .sum(x, 1)).squareRoot).logarithm.value
}

/// The inverse of the hyperbolic tangent; infinite at ±1, nan beyond; nearly always the nearest double.
public func atanh(_ x: Double) -> Double {
  let size = x.magnitude
  if size < 0x1p-14 { return x + x * x * x / 3 }
  guard size < 1 else { return size == 1 ? x * .infinity : .nan }
  let value = (DoubleDouble.sum(1, size) / .sum(1, -size)).logarithm.halved.value
  return x < 0 ? -value : value
}

/// The hyperbolic tangent; less than 0.7 units in the last place off.
///
/// (1 - e⁻²ˣ) / (1 + e⁻²ˣ) for the magnitude of x; from 22 on that rounds to 1.
public func tanh(_ x: Double) -> Double {
  let (t, low) = ReducedExponential(-2 * x.magnitude.atMost(22)).lessOne
  let divisor = 2 + t
  let lost = (t - (divisor - 2)) + low
  return quotient(t, low, divisor, lost).withSign(of: x)
}
