import ElementaryFunctions

/// The normal distribution of mean 0 and standard deviation 1.
enum StandardNormal {
  static func density(_ x: Double) -> Double {
    0.3989422804014327 * exponentialOfSquare(x, times: -0.5)
  }

  /// Right in both tails, as long as the result is no subnormal.
  static func cumulative(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 0 { return 1 - cumulative(-x) }
    let size = -x
    if size < 0.7 { return 0.5 - 0.5 * erf(size * 0.7071067811865476) }
    return 0.5 * erfcx(size * 0.7071067811865476) * exponentialOfSquare(size, times: -0.5)
  }

  /// The probability of a number between two, right where that is tiny.
  static func probability(from first: Double, to last: Double) -> Double {
    if first.isNaN || last.isNaN { return .nan }
    guard first < last else { return 0 }
    if first >= 0 { return density(first) * relativeArea(from: first, to: last) }
    if last <= 0 { return density(last) * relativeArea(from: -last, to: -first) }
    return 0.5 * (erf(last * 0.7071067811865476) + erf(-first * 0.7071067811865476))
  }

  /// ∫ e^((s² - z²) / 2) dz from s to t, for 0 ≤ s ≤ t: the area under the curve, measured by its height at s.
  ///
  /// Where the curve hardly falls between the two the difference of two tails would cancel, so it is integrated.
  static func relativeArea(from s: Double, to t: Double) -> Double {
    let fall = (t - s) * (t / 2 + s / 2)
    if fall > 1 {
      return 1.2533141373155003
        * (erfcx(s * 0.7071067811865476) - exp(-fall) * erfcx(t * 0.7071067811865476))
    }
    return GaussLegendre.integral(from: 0, to: t - s) { exp(-$0 * (s + $0 / 2)) }
  }

  /// The p-quantile: Wichura's approximation (algorithm AS 241, 1988), then one step of Halley's
  /// method.
  static func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    if p == 0 { return -.infinity }
    if p == 1 { return .infinity }
    if p > 0.5 { return -lowerQuantile(1 - p) }
    return lowerQuantile(p)
  }

  /// The number exceeded with probability p, right where p is tiny.
  static func upperQuantile(_ p: Double) -> Double { -quantile(p) }

  private static func lowerQuantile(_ p: Double) -> Double {
    if p == 0 { return -.infinity }
    let x = estimate(p)
    // Below, the step would be taken with subnormal numbers, which have lost digits.
    guard p > 1e-300 else { return x }
    // Near the middle the distances from ½ are compared, not the probabilities, so that no digit of x is lost.
    let excess = p > 0.25 ? -0.5 * erf(-x * 0.7071067811865476) - (p - 0.5) : cumulative(x) - p
    let step = excess / density(x)
    return x - step / (1 + x * step / 2)
  }

  private static func estimate(_ p: Double) -> Double {
    let q = p - 0.5
    if q.magnitude <= 0.425 {
      let r = 0.180625 - q * q
      return q * ratio(r, central.over, central.under)
    }
    let r = (-log(p)).squareRoot()
    return r <= 5 ? -ratio(r - 1.6, middle.over, middle.under) : -ratio(r - 5, far.over, far.under)
  }

  private static func ratio(_ r: Double, _ over: [Double], _ under: [Double]) -> Double {
    over.reversed().reduce(0) { $0 * r + $1 } / (under.reversed().reduce(0) { $0 * r + $1 })
  }

  private static let central = (
    over: [
      3.3871328727963666080, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
      4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3,
    ],
    under: [
      1, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3, 2.1213794301586595867e+4,
      3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3,
    ]
  )

  private static let middle = (
    over: [
      1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
      1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ],
    under: [
      1, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
      1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ]
  )

  private static let far = (
    over: [
      6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1,
      2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ],
    under: [
      1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4,
      1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ]
  )
}
