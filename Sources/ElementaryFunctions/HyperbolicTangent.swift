/// The hyperbolic tangent; less than 0.7 units in the last place off.
///
/// (1 - e⁻²ˣ) / (1 + e⁻²ˣ) for the magnitude of x; from 22 on that rounds to 1.
public func tanh(_ x: Double) -> Double {
  let (t, low) = ReducedExponential(-2 * x.magnitude.atMost(22)).lessOne
  let divisor = 2 + t
  let lost = (t - (divisor - 2)) + low
  return quotient(t, low, divisor, lost).withSign(of: x)
}
