import ElementaryFunctions

/// A share of a distribution, known by its distance from 0 and from 1, so that neither loses digits.
struct Share {
  let lower: Double
  let upper: Double

  /// The number with this share of the distribution below it.
  func quantile(of distribution: some Distribution) -> Double {
    lower <= 0.5 ? distribution.quantile(lower) : distribution.upperQuantile(upper)
  }
}

/// Integrals over the shares from 0 to 1, that is: means over a distribution, by the tanh-sinh rule (Takahasi and Mori 1974), which
/// takes no harm from what happens at the ends.
enum ShareIntegral {
  /// The nodes are halved in distance until two results agree to 12 digits, at most to 1/64.
  static func value(_ function: (Share) -> Double) -> Double {
    value(from: Share(lower: 0, upper: 1), to: Share(lower: 1, upper: 0), function)
  }

  /// From one share to another.
  static func value(from start: Share, to end: Share, _ function: (Share) -> Double) -> Double {
    let width = end.lower <= 0.5 ? end.lower - start.lower : start.upper - end.upper
    guard width > 0 else { return 0 }

    func term(_ t: Double) -> Double {
      // The distances from both ends as parts of the width.
      let fall = exp(-.pi * sinh(t.magnitude))
      let (near, far) = (fall / (1 + fall), 1 / (1 + fall))
      let (before, after) = t < 0 ? (near, far) : (far, near)
      let share = Share(lower: start.lower + width * before, upper: end.upper + width * after)
      let value = function(share)
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
