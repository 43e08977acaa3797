/// The regularized incomplete beta function `I = ∫₀ˣ tᵃ⁻¹ (1 - t)ᵇ⁻¹ dt / B(a, b)` and `1 - I`, neither of them taken from 1
/// where it is the smaller one.
///
/// x comes with its complement y = 1 - x, so that neither loses digits near 0.
package struct IncompleteBeta: Sendable {
  package let lower: Double
  package let upper: Double

  package init(_ a: Double, _ b: Double, at x: Double, complement y: Double) {
    if x.isNaN || y.isNaN || a.isNaN || b.isNaN {
      (lower, upper) = (.nan, .nan)
    } else if x <= 0 {
      (lower, upper) = (0, 1)
    } else if y <= 0 {
      (lower, upper) = (1, 0)
    } else if min(a, b) >= 100 {
      let isLower = a * y > b * x
      let tail = isLower ? Self.integratedTail(a, b, x, y) : Self.integratedTail(b, a, y, x)
      (lower, upper) = isLower ? (tail, 1 - tail) : (1 - tail, tail)
    } else if a > 1e10 {
      // A large shape alone makes a gamma distribution (Didonato and Morris 1992, the first term of BGRAT).
      let z = -(a + (b - 1) / 2) * Self.logarithm(x, y)
      let gamma = IncompleteGamma(shape: b, at: z)
      (lower, upper) = (gamma.upper, gamma.lower)
    } else if b > 1e10 {
      let z = -(b + (a - 1) / 2) * Self.logarithm(y, x)
      let gamma = IncompleteGamma(shape: a, at: z)
      (lower, upper) = (gamma.lower, gamma.upper)
    } else {
      // The tail on the side of the mean where x lies; where that is nearly all, the other by itself as well.
      let isLower = x < (a + 1) / (a + b + 2)
      let nearer = isLower ? Self.tail(a, b, x, y) : Self.tail(b, a, y, x)
      let farther = nearer < 0.99 ? 1 - nearer : isLower ? Self.tail(b, a, y, x) : Self.tail(a, b, x, y)
      (lower, upper) = isLower ? (min(1, nearer), farther) : (farther, min(1, nearer))
    }
  }

  /// I at x.
  private static func tail(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    if a > 1e4, y < 0.1 { return gammaSeries(a, b, x, y) }
    return b < 0.5 && y < 0.1 && a * y < 0.5 ? restNearOne(a, b, y) : fraction(a, b, x, y)
  }

  /// I for a small b and x near 1, where nearly all lies beyond: 1 less the power series for the rest, without loss.
  private static func restNearOne(_ a: Double, _ b: Double, _ y: Double) -> Double {
    // ln(Γ(a + b) / (Γ(a) Γ(1 + b))), which is small.
    let gammas = GaussLegendre.integral(from: 0, to: b) { digamma(a + $0) } - logGammaOfNext(b)
    let exponent = b * log(y) + gammas
    var (term, sum, n) = (1.0, 0.0, 0.0)
    repeat {
      n += 1
      term *= (n - a) / n * y
      sum += term / (b + n)
    } while term.magnitude > 1e-18 * sum.magnitude && n < 1000
    return -expm1(exponent) - b * sum * exp(exponent)
  }

  /// I for a large a beside a small b, with x near 1, where the continued fraction would subtract nearly equal numbers: a
  /// gamma distribution's tail and a series of corrections (A. R. DiDonato, A. H. Morris, Algorithm 708, 1992, BGRAT).
  private static func gammaSeries(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    let logarithm = logarithm(x, y)
    let t = a + (b - 1) / 2
    let u = -t * logarithm
    // u^b e^-u / Γ(b), and what the tail is a multiple of.
    let height = b * IncompleteGamma.power(b, u)
    let gamma = IncompleteGamma(shape: b, at: u).upper
    guard height > 0 else { return gamma }
    let scale = power(a, b, x, y) * pow(-logarithm / y, b) * exp((b - 1) / 2 * logarithm)
    let (square, half) = (4 * t * t, logarithm * logarithm / 4)
    var (term, factor, sum) = (gamma / height, 1.0, gamma / height)
    var coefficients = [1.0]
    var (reciprocals, factorial) = ([Double](), 1.0)
    for index in 1...30 {
      let n = Double(index)
      term = ((b + 2 * n - 2) * (b + 2 * n - 1) * term + (u + b + 2 * n - 1) * factor) / square
      factor *= half
      factorial /= 2 * n * (2 * n + 1)
      reciprocals.append(factorial)
      var coefficient = (b - 1) * factorial
      for m in 1..<index { coefficient += (Double(m) * b - n) / n * reciprocals[m - 1] * coefficients[index - m] }
      coefficients.append(coefficient)
      let correction = coefficient * term
      sum += correction
      if correction.magnitude <= 1e-17 * sum.magnitude { break }
    }
    return scale * sum
  }

  /// `xᵃ yᵇ / B(a, b)`.
  package static func power(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    let n = a + b
    return exp(logShape(a, b, x, y)) * (a * (b / n) / (2 * .pi)).squareRoot()
  }

  /// The logarithm of the same.
  package static func logPower(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    logShape(a, b, x, y) + 0.5 * log(a * (b / (a + b)) / (2 * .pi))
  }

  private static func logShape(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    let n = a + b
    // How far the mean n x is from a, by the smaller of x and y, since the larger is rounded where they are far apart.
    let excess = x <= y ? (-a).addingProduct(n, x) : -(-b).addingProduct(n, y)
    return stirlingError(n) - stirlingError(a) - stirlingError(b)
      - deviance(of: a, from: n * x, excess: excess) - deviance(of: b, from: n * y, excess: -excess)
  }

  private static func logarithm(_ x: Double, _ complement: Double) -> Double {
    complement < 0.5 ? log1p(-complement) : log(x)
  }

  /// The continued fraction of Abramowitz and Stegun 26.5.8, by Lentz's method.
  private static func fraction(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    var c = 1.0
    var d = 1 / nonzero(1 - (a + b) * x / (a + 1))
    var h = d
    for index in 1...1_000_000 {
      let m = Double(index)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonzero(1 + even * d)
      c = nonzero(1 + even / c)
      h *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonzero(1 + odd * d)
      c = nonzero(1 + odd / c)
      let change = d * c
      h *= change
      if (change - 1).magnitude < 1e-16 { break }
    }
    return power(a, b, x, y) * h / a
  }

  private static func nonzero(_ x: Double) -> Double { x.magnitude < 1e-300 ? 1e-300 : x }

  /// I for x below a / (a + b), by integrating the density downward; for large a and b.
  private static func integratedTail(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    let height = power(a, b, x, y)
    if height == 0 { return 0 }
    let ratio = x / y
    let slope = ((a - 1) * y - (b - 1) * x) / y
    let sum = TailIntegral.sum(
      curvature: (a - 1) + (b - 1) * ratio * ratio, slope: slope, downward: true
    ) { s in
      (a - 1) * log1pLessItself(s) + (b - 1) * log1pLessItself(-s * ratio) + slope * s
    }
    return height * sum / y
  }
}
