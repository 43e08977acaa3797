/// The derivative of ln |Γ(x)|, by reflection where x is negative; nan at 0 and the negative whole numbers.
package func digamma(_ x: Double) -> Double {
  guard x <= 0 else { return log(x) - logLessDigamma(x) }
  let rest = x - x.rounded()
  return rest == 0 || x == -.infinity ? .nan : digamma(1 - x) - .pi / tan(.pi * rest)
}

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
