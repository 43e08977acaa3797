/// How far Stirling's approximation of ln Γ(x + 1) is off for x > 0: `ln Γ(x + 1) - (x + ½) ln x + x - ½ ln 2π`.
package func stirlingError(_ x: Double) -> Double {
  if x < 12 {
    let main = positiveLogGamma(x) - DoubleDouble(x - 0.5) * .logarithm(of: x) + DoubleDouble(x)
    return (main - DoubleDouble(0x1.d67f1c864beb5p-1, -0x1.65b5a1b7ff5dfp-55)).value
  }
  let z = 1 / (x * x)
  let far = 1.0 / 1188 + z * (-691.0 / 360360 + z * (1.0 / 156 + z * (-3617.0 / 122400)))
  return (1.0 / 12 + z * (-1.0 / 360 + z * (1.0 / 1260 + z * (-1.0 / 1680 + z * far)))) / x
}

/// `ln(1 + x) - x` without loss near 0, for x ≥ -1.
package func log1pLessItself(_ x: Double) -> Double {
  guard x.magnitude <= 0.5 else { return log1p(x) - x }
  // With r = x / (2 + x), ln(1 + x) = 2 (r + r³/3 + r⁵/5 + …) and 2r - x = -r x.
  let r = x / (2 + x)
  let z = r * r
  var sum = 0.0
  for index in stride(from: 39.0, through: 3, by: -2) { sum = sum * z + 1 / index }
  return r * (2 * z * sum - x)
}

/// The deviance `x ln(x / m) + m - x` without loss where x and m are near each other, for x ≥ 0 and m > 0 (C. Loader,
/// Fast and accurate computation of binomial probabilities, 2000).
///
/// `excess` is m - x, where that is known better than by the difference.
package func deviance(of x: Double, from m: Double, excess: Double? = nil) -> Double {
  if x == 0 { return m }
  if m == 0 { return .infinity }
  let excess = excess ?? m - x
  let distance = excess / x
  if distance.isInfinite { return excess + x * (log(x) - log(m)) }
  if distance < -0.5 { return excess + x * log(x / m) }
  return -x * log1pLessItself(distance)
}
