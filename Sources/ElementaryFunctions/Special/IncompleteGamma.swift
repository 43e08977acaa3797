/// The regularized incomplete gamma functions of one shape a > 0 at one x: `P = ∫₀ˣ tᵃ⁻¹ e⁻ᵗ dt / Γ(a)` and `Q = 1 - P`,
/// the smaller of them never a difference from 1.
package struct IncompleteGamma: Sendable {
  package let lower: Double
  package let upper: Double

  package init(shape a: Double, at x: Double) {
    if x.isNaN || a.isNaN {
      (lower, upper) = (.nan, .nan)
    } else if x <= 0 {
      (lower, upper) = (0, 1)
    } else if x.isInfinite {
      (lower, upper) = (1, 0)
    } else if a >= 200 {
      let tail = Self.integratedTail(a, x)
      (lower, upper) = x < a ? (tail, 1 - tail) : (1 - tail, tail)
    } else if a <= 1, x <= 1.5 {
      upper = min(1, max(0, Self.upperNearZero(a, x)))
      lower = min(1, Self.series(a, x))
    } else if x < a + 1 {
      lower = min(1, Self.series(a, x))
      upper = 1 - lower
    } else {
      upper = min(1, Self.fraction(a, x))
      lower = 1 - upper
    }
  }

  /// `xᵃ e⁻ˣ / Γ(a + 1)`.
  package static func power(_ a: Double, _ x: Double) -> Double {
    if a < 10, x < 700 {
      let power = pow(x, a)
      if power > 1e-290, power.isFinite { return power * exp(-x) / exp(logGammaOfNext(a)) }
    }
    if a < 10 { return exp(a * log(x) - x - logGammaOfNext(a)) }
    return exp(-stirlingError(a) - deviance(of: a, from: x)) / (2 * .pi * a).squareRoot()
  }

  /// The logarithm of the same.
  package static func logPower(_ a: Double, _ x: Double) -> Double {
    if a < 10 { return a * log(x) - x - logGammaOfNext(a) }
    return -stirlingError(a) - deviance(of: a, from: x) - 0.5 * log(2 * .pi * a)
  }

  private static func series(_ a: Double, _ x: Double) -> Double {
    var (term, sum, n) = (1.0, 1.0, a)
    while term > sum * 1e-17 {
      n += 1
      term *= x / n
      sum += term
    }
    return sum * power(a, x)
  }

  /// Q for small a, where P is near 1: `1 - xᵃ / Γ(a + 1)` without loss, and the rest of the alternating series.
  private static func upperNearZero(_ a: Double, _ x: Double) -> Double {
    let first = -expm1(a * log(x) - logGammaOfNext(a))
    var (term, sum, n) = (1.0, 0.0, 0.0)
    repeat {
      n += 1
      term *= -x / n
      sum += term / (a + n)
    } while term.magnitude > 1e-18
    return first - a * sum * pow(x, a) / exp(logGammaOfNext(a))
  }

  /// Legendre's continued fraction, by Lentz's method.
  private static func fraction(_ a: Double, _ x: Double) -> Double {
    var b = x + 1 - a
    var c = 1e300
    var d = 1 / b
    var h = d
    for index in 1...100_000 {
      let n = Double(index)
      let step = -n * (n - a)
      b += 2
      d = 1 / nonzero(step * d + b)
      c = nonzero(b + step / c)
      let change = d * c
      h *= change
      if (change - 1).magnitude < 1e-16 { break }
    }
    return a * power(a, x) * h
  }

  private static func nonzero(_ x: Double) -> Double { x.magnitude < 1e-300 ? 1e-300 : x }

  /// The tail on x's side of a, by integrating the density away from a; for large a.
  private static func integratedTail(_ a: Double, _ x: Double) -> Double {
    let height = power(a, x)
    if height == 0 { return 0 }
    let slope = a - 1 - x
    let sum = TailIntegral.sum(curvature: a - 1, slope: slope, downward: x < a) { s in
      (a - 1) * log1pLessItself(s) + slope * s
    }
    return a * height * sum
  }
}

/// The logarithm of Γ(x + 1) for x ≥ 0, right near 0 too.
package func logGammaOfNext(_ x: Double) -> Double {
  if x < 0x1p-60 { return -0.5772156649015329 * x }
  return (positiveLogGamma(x) + DoubleDouble.logarithm(of: x)).value
}

/// The integral of e^exponent(s) away from s = 0, where the exponent is 0, until it has fallen to nothing.
enum TailIntegral {
  /// The exponent is near `slope s - curvature s²/2`; downward the integral ends at s = -1.
  static func sum(
    curvature: Double, slope: Double, downward: Bool, exponent: (Double) -> Double
  ) -> Double {
    // The width over which a parabola of that slope and curvature falls by 2.
    let steepness = slope.magnitude
    let width = 4 / (steepness + (steepness * steepness + 4 * curvature).squareRoot())
    let sign: Double = downward ? -1 : 1
    var (start, total) = (0.0, 0.0)
    while start < (downward ? 1 : .infinity) {
      let end = downward ? min(1, start + width) : start + width
      let part = GaussLegendre.integral(from: start, to: end) { exp(exponent(sign * $0)) }
      total += part
      if part <= 1e-18 * total { break }
      start = end
    }
    return total
  }
}
