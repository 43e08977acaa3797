import ElementaryFunctions

/// The probability of lying below a quantile, known by its distance from 0 and from 1, so that neither loses digits.
struct QuantileLevel {
  let lower: Double
  let upper: Double

  /// The quantile at this level.
  func quantile(of distribution: some Distribution) -> Double {
    lower <= 0.5 ? distribution.quantile(lower) : distribution.upperQuantile(upper)
  }
}

/// Integrals over quantile levels from 0 to 1, that is, expectations, by the tanh-sinh rule (Takahasi and Mori 1974),
/// which takes no harm from what happens at the ends.
enum QuantileIntegral {
  /// The nodes are halved in distance until two results agree to 12 digits, at most to 1/64.
  static func value(_ function: (QuantileLevel) -> Double) -> Double {
    value(from: QuantileLevel(lower: 0, upper: 1), to: QuantileLevel(lower: 1, upper: 0), function)
  }

  /// From one level to another.
  static func value(from start: QuantileLevel, to end: QuantileLevel, _ function: (QuantileLevel) -> Double) -> Double {
    let width = end.lower <= 0.5 ? end.lower - start.lower : start.upper - end.upper
    guard width > 0 else { return 0 }

    func term(_ t: Double) -> Double {
      // The distances from both ends as parts of the width.
      let fall = exp(-.pi * sinh(t.magnitude))
      let (near, far) = (fall / (1 + fall), 1 / (1 + fall))
      let (before, after) = t < 0 ? (near, far) : (far, near)
      let level = QuantileLevel(lower: start.lower + width * before, upper: end.upper + width * after)
      let value = function(level)
      // At the very ends rounding may meet a place where the function is infinite.
      return value == 0 || !value.isFinite ? 0 : .pi * cosh(t) * near * far * value
    }

    var step = 0.125
    var sum = 0.0
    for index in -32...32 { sum += term(Double(index) * step) }
    var result = sum * step
    for _ in 0..<3 {
      step /= 2
      let reach = Int(4 / step)
      for index in stride(from: 1 - reach, to: reach, by: 2) { sum += term(Double(index) * step) }
      let last = result
      result = sum * step
      if (result - last).magnitude <= 1e-12 * result.magnitude { break }
    }
    return width * result
  }
}
