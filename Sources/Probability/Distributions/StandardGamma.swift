import ElementaryFunctions

/// The gamma distribution of a shape and rate 1.
struct StandardGamma: Sendable {
  let shape: Double

  func density(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x < 0 || x.isInfinite { return 0 }
    if x == 0 { return shape < 1 ? .infinity : shape == 1 ? 1 : 0 }
    return shape * (IncompleteGamma.power(shape, x) / x)
  }

  func logDensity(_ x: Double) -> Double {
    x > 0 && x.isFinite ? IncompleteGamma.logPower(shape, x) + log(shape) - log(x) : log(density(x))
  }

  func cumulative(_ x: Double) -> Double { IncompleteGamma(shape: shape, at: x).lower }
  func survival(_ x: Double) -> Double { IncompleteGamma(shape: shape, at: x).upper }

  /// Where to look for the number with normal quantile z and probability p below it (Wilson and Hilferty 1931; far
  /// below, the first term of the series).
  func estimate(probability p: Double, normal z: Double) -> Double {
    let root = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
    let first = exp((log(p) + logGammaOfNext(shape)) / shape)
    if root <= 0.1 || first < 0.1 * shape { return min(first, max(shape, 1)) }
    return shape * root * root * root
  }

  /// The digamma form of the entropy, with nothing that cancels for large shapes.
  var entropy: Double {
    0.5 * log(shape) + 0.9189385332046727 + stirlingError(shape) + (shape - 1) * logLessDigamma(shape)
  }
}
