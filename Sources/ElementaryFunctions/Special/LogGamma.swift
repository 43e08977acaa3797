/// The logarithm of the absolute value of the gamma function; infinite at 0 and the negative whole numbers; less than 1
/// unit in the last place off for positive numbers.
///
/// For negative numbers the error is small beside the larger of 1 and the result: near its zeros there (-2.457…, …) the
/// result has fewer right digits.
public func logGamma(_ x: Double) -> Double {
  if !x.isFinite { return x.isNaN ? x : .infinity }
  if x > 0 { return positiveLogGamma(x).value }
  if x.magnitude < 0x1p-60 { return x == 0 ? .infinity : -DoubleDouble.logarithm(of: -x).value }
  // Γ(x) Γ(-x) = -π / (x sin πx)
  let fraction = x < -0x1p52 ? 0 : -x - Double(Int64(-x))
  if fraction == 0 { return .infinity }
  let turns = fraction < 0.5 ? fraction : 1 - fraction
  let sine =
    turns < 0.25
    ? (DoubleDouble(turns) * .halfTurn).sine : (DoubleDouble(0.5 - turns) * .halfTurn).cosine
  let reflected = (DoubleDouble.halfTurn / (DoubleDouble(-x) * sine)).logarithm
  return (reflected - positiveLogGamma(-x)).value
}

/// The logarithm of Γ(x) for a positive finite x, to some 60 bits.
func positiveLogGamma(_ x: Double) -> DoubleDouble {
  if x >= 8 { return stirling(x) }
  if x < 0x1p-60 { return -DoubleDouble.logarithm(of: x) }
  if x < 0.5 { return aroundTwo(x) - (DoubleDouble(x) * .sum(x, 1)).logarithm }
  if x < 1.5 { return aroundTwo(x - 1) - .logarithm(of: x) }
  // Γ(x) = (x - 1) (x - 2) … Γ(x - n), down to an argument near 2.
  var argument = x
  var product = DoubleDouble(1)
  while argument >= 2.5 {
    argument -= 1
    product = product * DoubleDouble(argument)
  }
  return aroundTwo(argument - 2) + product.logarithm
}

/// The logarithm of Γ(2 + t) for |t| ≤ ½: `(1 - γ) t + t² P(t)`, where P interpolates in Chebyshev's points.
private func aroundTwo(_ t: Double) -> DoubleDouble {
  let a = -0x1.13e001a557607p-4 + t * (0x1.51322ac7d848ap-6 + t * (-0x1.e404fc218f5fdp-8 + t * 0x1.7add6eadb5317p-9))
  let b = -0x1.38ac5c2bf76p-10 + t * (0x1.0b36af8779cap-11 + t * (-0x1.d3fd4c7938767p-13 + t * 0x1.a127afee53e7dp-14))
  let c = -0x1.78de5adfa4127p-15 + t * (0x1.580e0afa5585p-16 + t * (-0x1.3cbccfc2650d6p-17 + t * 0x1.258f3057730fap-18))
  let d =
    -0x1.11aad44c3e406p-19 + t * (0x1.012012be3900ap-20 + t * (-0x1.e3c69f8357e6ap-22 + t * 0x1.b40adb09a1e12p-23))
  let e = -0x1.9ccd7c02d9245p-24 + t * (0x1.11fa5e7c86f7bp-24 + t * -0x1.053cd872da621p-25)
  let fourth = t * t * t * t
  let rest = t * (a + fourth * (b + fourth * (c + fourth * (d + fourth * e))))
  let slope = DoubleDouble(0x1.b0ee6072093cep-2, 0x1.6cb90701fbfabp-58)
  let curvature = DoubleDouble.quick(0x1.4a34cc4a60fa6p-2, 0x1.17f70702fc63dp-56 + rest)
  return DoubleDouble(t) * (slope + DoubleDouble(t) * curvature)
}

/// `(x - ½) ln x - x + ½ ln 2π + S(1/x²) / x` for x ≥ 8, where S interpolates in Chebyshev's points.
private func stirling(_ x: Double) -> DoubleDouble {
  let logarithm = DoubleDouble.logarithm(of: x)
  if x > 0x1p60 {
    // Scaled, for the exact product would overflow too early.
    let value = DoubleDouble(x * 0x1p-60) * (logarithm - DoubleDouble(1))
    return DoubleDouble(value.high * 0x1p60, value.low * 0x1p60)
  }
  let z = 1 / (x * x)
  let a = 0x1.5555555555555p-4 + z * (-0x1.6c16c16c16b29p-9 + z * (0x1.a01a019ee0dbep-11 + z * -0x1.38137ec070147p-11))
  let b = 0x1.b94f6d6592192p-11 + z * (-0x1.f5ff2fdcdf048p-10 + z * (0x1.96db40614b193p-8 + z * -0x1.55b3a71b66a2ep-6))
  let series = (a + z * z * z * z * b) / x
  let main = DoubleDouble(x - 0.5) * logarithm - DoubleDouble(x)
  return main + .quick(0x1.d67f1c864beb5p-1, -0x1.65b5a1b7ff5dfp-55 + series)
}

/// The derivative of ln |Γ(x)|, by reflection where x is negative; nan at 0 and the negative whole numbers.
package func digamma(_ x: Double) -> Double {
  guard x <= 0 else { return log(x) - logLessDigamma(x) }
  let rest = x - x.rounded()
  return rest == 0 || x == -.infinity ? .nan : digamma(1 - x) - .pi / tan(.pi * rest)
}

/// The second derivative of ln |Γ(x)|, by reflection where x is negative; ∞ at 0 and the negative whole numbers.
package func trigamma(_ x: Double) -> Double {
  if x.isNaN || x == -.infinity { return .nan }
  if x <= 0 {
    let rest = x - x.rounded()
    if rest == 0 { return .infinity }
    let ratio = .pi / sin(.pi * rest)
    return ratio * ratio - trigamma(1 - x)
  }
  var (argument, sum) = (x, 0.0)
  while argument < 10 {
    sum += 1 / (argument * argument)
    argument += 1
  }
  let z = 1 / (argument * argument)
  let far = 5.0 / 66 - z * (691.0 / 2730 - z * (7.0 / 6 - z * (3617.0 / 510)))
  let near = 1.0 / 6 - z * (1.0 / 30 - z * (1.0 / 42 - z * (1.0 / 30 - z * far)))
  return sum + (1 + 0.5 / argument + z * near) / argument
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
