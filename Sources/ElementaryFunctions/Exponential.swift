/// e to the power of a number; less than 0.6 units in the last place off, 0.75 where the result is subnormal.
public func exp(_ x: Double) -> Double {
  let parts = ReducedExponential(x.clamped(-746, 710))
  let first = 1 + parts.r
  let sum = first + ((parts.r - (first - 1)) + parts.tail)
  let (half, rest) = parts.powers
  return sum * half * rest
}

/// eˣ - 1 without loss near 0; less than 0.75 units in the last place off.
public func expm1(_ x: Double) -> Double {
  if x.magnitude < 0x1p-54 { return x }
  if x > 36 {
    let (parts, exponent) = DoubleDouble(x.atMost(720)).exponentialParts
    let one = Double(sign: .plus, exponent: -exponent, significand: 1)
    return (parts - DoubleDouble(one)).scaled(by: exponent)
  }
  return ReducedExponential(x.clamped(-50, 36)).lessOne.high
}

/// 2 to the power of a number.
public func exp2(_ x: Double) -> Double {
  if x.isNaN { return x }
  let clamped = x.clamped(-1080, 1030)
  return (DoubleDouble(clamped) * .logarithmOf2).exponential()
}

/// The logistic function 1 / (1 + e⁻ˣ), without overflow on either side; less than 0.6 units in the last place off, 0.75
/// where the result is subnormal.
///
/// With t = e^(-|x|), 1 / (1 + t) on the right and t / (1 + t) on the left, whose power of 2 is multiplied in last so
/// that a subnormal result is rounded once.
public func sigmoid(_ x: Double) -> Double {
  let parts = ReducedExponential(-1 * x.magnitude.atMost(746))
  let (high, low) = parts.significand
  let (half, rest) = parts.powers
  let t = high * half * rest
  let divisor = 1 + t
  let lost = (t - (divisor - 1)) + low * half * rest
  if x < 0 { return quotient(high, low, divisor, lost) * half * rest }
  return quotient(1, 0, divisor, lost)
}
