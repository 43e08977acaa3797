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
