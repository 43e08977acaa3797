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
