/// The derivative of ln Γ(x), for x > 0.
package func digamma(_ x: Double) -> Double { log(x) - logLessDigamma(x) }

/// `ln x` less the derivative of ln Γ(x), for x > 0: near 1 / 2x for large x, without loss.
package func logLessDigamma(_ x: Double) -> Double {
  if x.isNaN || x < 0 { return .nan }
  if x == 0 { return .infinity }
  var (argument, sum) = (x, 0.0)
  while argument < 10 {
    sum += 1 / argument
    argument += 1
  }
  let z = 1 / (argument * argument)
  let far = 1.0 / 132 - z * (691.0 / 32760 - z * (1.0 / 12 - z * (3617.0 / 8160)))
  let rest = 0.5 / argument + z * (1.0 / 12 - z * (1.0 / 120 - z * (1.0 / 252 - z * (1.0 / 240 - z * far))))
  return x < 10 ? sum + rest - log(argument / x) : rest
}
