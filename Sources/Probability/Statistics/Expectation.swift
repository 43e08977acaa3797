import ElementaryFunctions
import Vocabulary

extension Distribution {
  /// The mean of a function of a draw: by quadrature over the quantiles of the distribution, in pieces between the points
  /// where the function is not smooth; of a discrete distribution the sum over its values, to a rest of 10⁻¹⁶, unless
  /// there are millions of them; of a mixture the mean over its components; of a sum without a closed form by a table of
  /// its density.
  ///
  /// Infinite or nan where the mean is; nan where the density cannot be computed. Throws where it is interrupted.
  public func expectation(
    kinks breaks: [Double] = [0], _ interruption: Interruption, of function: (Double) -> Double
  ) throws(Failure) -> Double {
    if let mixture = self as? Mixture {
      var sum = CompensatedSum()
      for (component, weight) in zip(mixture.components, mixture.probabilities) where weight > 0 {
        sum.add(weight * (try component.expectation(kinks: breaks, interruption, of: function)))
      }
      return sum.value
    }
    if let image = self as? AffineImage {
      let map = image.map
      return try image.origin.expectation(kinks: breaks.map { ($0 - map.shift) / map.scale }, interruption) {
        function(map($0))
      }
    }
    if isDiscrete, let sum = try sum(of: function, interruption) { return sum }
    if !variance.isFinite, let limit = divergence(of: function) { return limit }
    if let sum = self as? IndependentSum {
      return try sum.convolution.expectation(breaks: breaks, interruption, of: function) ?? .nan
    }
    return integral(breaks: breaks, of: function)
  }

  /// The same without an end before its time.
  public func expectation(kinks breaks: [Double] = [0], of function: (Double) -> Double) -> Double {
    (try? expectation(kinks: breaks, Interruption(), of: function)) ?? .nan
  }

  private func integral(breaks: [Double], of function: (Double) -> Double) -> Double {
    let inside = Set(breaks + kinks).filter { cumulative($0) > 0 && survival($0) > 0 }.sorted()
    let cuts =
      [QuantileLevel(lower: 0, upper: 1)]
      + inside.map { QuantileLevel(lower: cumulative($0), upper: survival($0)) }
      + [QuantileLevel(lower: 1, upper: 0)]
    return zip(cuts, cuts.dropFirst()).reduce(0.0) { sum, piece in
      sum + QuantileIntegral.value(from: piece.0, to: piece.1) { function($0.quantile(of: self)) }
    }
  }

  /// What the mean is where it does not converge: where a level times the function of its quantile does not fall to 0
  /// with the level. nil where it converges.
  private func divergence(of function: (Double) -> Double) -> Double? {
    let tails = (self as? IndependentSum)?.terms.map(\.distribution) ?? [self]
    func limit(_ quantile: (any Distribution, Double) -> Double) -> Double? {
      for tail in tails where !tail.isDiscrete {
        let (near, far) = (1e-120 * function(quantile(tail, 1e-120)), 1e-180 * function(quantile(tail, 1e-180)))
        if far.magnitude > 0.5 * near.magnitude { return far > 0 ? .infinity : -.infinity }
      }
      return nil
    }
    let (below, above) = (limit { $0.quantile($1) }, limit { $0.upperQuantile($1) })
    guard let below, let above else { return below ?? above }
    return below + above
  }

  /// From value to value where there are few, else over all whole numbers in reach; nil where there are millions.
  private func sum(of function: (Double) -> Double, _ interruption: Interruption) throws(Failure) -> Double? {
    if let sum = try sumFromValueToValue(of: function, atMost: 64, interruption) { return sum }
    let (first, last) = (quantile(1e-18), upperQuantile(1e-18))
    if first == first.rounded() {
      guard last - first <= 4_000_000 else { return nil }
      if let sum = try sumOverWholeNumbers(from: first, to: last, of: function, interruption) { return sum }
    }
    return try sumFromValueToValue(of: function, atMost: 1_000_000, interruption)
  }

  private func sumFromValueToValue(
    of function: (Double) -> Double, atMost count: Int, _ interruption: Interruption
  ) throws(Failure) -> Double? {
    var sum = CompensatedSum()
    var x = quantile(1e-18)
    for _ in 0..<count {
      try interruption.check()
      sum.add(pointMass(x) * function(x))
      guard survival(x) > 1e-16 else { return sum.value }
      let next = upperQuantile(survival(x).nextDown)
      let after = quantile(cumulative(x).nextUp)
      x = after > x ? after : next
    }
    return nil
  }

  /// Nil where there are other values, too.
  private func sumOverWholeNumbers(
    from first: Double, to last: Double, of function: (Double) -> Double, _ interruption: Interruption
  ) throws(Failure) -> Double? {
    var (sum, mass) = (CompensatedSum(), CompensatedSum())
    var x = first
    while x <= last {
      if x.truncatingRemainder(dividingBy: 1024) == 0 { try interruption.check() }
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
