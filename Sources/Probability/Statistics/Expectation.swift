import ElementaryFunctions
import Vocabulary

extension Distribution {
  /// The mean of a function of a draw, by quadrature over the quantiles of the distribution, in pieces between the
  /// points where the function is not smooth; of a discrete distribution the sum over its values, to a rest of 10⁻¹⁶,
  /// unless there are millions of them.
  ///
  /// Infinite or nan where the mean is.
  public func expectation(kinks breaks: [Double] = [0], of function: (Double) -> Double) -> Double {
    (isDiscrete ? sum(of: function) : nil) ?? integral(breaks: breaks, of: function)
  }

  private func integral(breaks: [Double], of function: (Double) -> Double) -> Double {
    let inside = Set(breaks + kinks).filter { cumulative($0) > 0 && survival($0) > 0 }.sorted()
    let cuts =
      [QuantileLevel(lower: 0, upper: 1)] + inside.map { QuantileLevel(lower: cumulative($0), upper: survival($0)) }
      + [QuantileLevel(lower: 1, upper: 0)]
    return zip(cuts, cuts.dropFirst()).reduce(0.0) { sum, piece in
      sum + QuantileIntegral.value(from: piece.0, to: piece.1) { function($0.quantile(of: self)) }
    }
  }

  /// From value to value where there are few, else over all whole numbers in reach; nil where there are millions.
  private func sum(of function: (Double) -> Double) -> Double? {
    if let sum = sumFromValueToValue(of: function, atMost: 64) { return sum }
    let (first, last) = (quantile(1e-18), upperQuantile(1e-18))
    if first == first.rounded() {
      guard last - first <= 4_000_000 else { return nil }
      if let sum = sumOverWholeNumbers(from: first, to: last, of: function) { return sum }
    }
    return sumFromValueToValue(of: function, atMost: 1_000_000)
  }

  private func sumFromValueToValue(of function: (Double) -> Double, atMost count: Int) -> Double? {
    var sum = CompensatedSum()
    var x = quantile(1e-18)
    for _ in 0..<count {
      sum.add(pointMass(x) * function(x))
      guard survival(x) > 1e-16 else { return sum.value }
      let next = upperQuantile(survival(x).nextDown)
      let after = quantile(cumulative(x).nextUp)
      x = after > x ? after : next
    }
    return nil
  }

  /// Nil where there are other values, too.
  private func sumOverWholeNumbers(from first: Double, to last: Double, of function: (Double) -> Double) -> Double? {
    var (sum, mass) = (CompensatedSum(), CompensatedSum())
    var x = first
    while x <= last {
      let probability = pointMass(x)
      mass.add(probability)
      sum.add(probability * function(x))
      x += 1
    }
    return (mass.value - 1).magnitude < 1e-9 ? sum.value : nil
  }
}

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
