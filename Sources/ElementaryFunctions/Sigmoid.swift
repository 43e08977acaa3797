/// The logistic function 1 / (1 + e⁻ˣ), without overflow on either side; less than 0.6 units in the last place off, 0.75
/// where the result is subnormal.
public func sigmoid(_ x: Double) -> Double { logistic(x) }

/// With t = e^(-|x|), 1 / (1 + t) on the right and t / (1 + t) on the left, whose power of 2 is multiplied in last so
/// that a subnormal result is rounded once.
@inline(__always)
func logistic<Number: Lanes>(_ x: Number) -> Number {
  let parts = ReducedExponential(-1 * x.magnitude.atMost(746))
  let (high, low) = parts.significand
  let (half, rest) = parts.powers
  let t = high * half * rest
  let divisor = 1 + t
  let lost = (t - (divisor - 1)) + low * half * rest
  let isLeft = Number.less(x, Number(repeating: 0))
  let one = Number(repeating: 1)
  let value = quotient(
    Number.select(isLeft, high, one), Number.select(isLeft, low, Number(repeating: 0)), divisor, lost)
  return value * Number.select(isLeft, half, one) * Number.select(isLeft, rest, one)
}
