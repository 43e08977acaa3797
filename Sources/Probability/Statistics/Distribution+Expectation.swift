import Vocabulary

extension Distribution {
  /// The mean of a function of a draw, by quadrature over the shares of the law, in pieces between the places where the
  /// function is not smooth; of a discrete law the sum over its values, to a rest of 10⁻¹⁶.
  ///
  /// Infinite or nan where the mean is.
  public func expectation(kinks breaks: [Double] = [0], of function: (Double) -> Double) -> Double {
    isDiscrete ? sum(of: function) : integral(breaks: breaks, of: function)
  }

  private func integral(breaks: [Double], of function: (Double) -> Double) -> Double {
    let inside = Set(breaks + kinks).filter { cumulative($0) > 0 && survival($0) > 0 }.sorted()
    let cuts = [Share(lower: 0, upper: 1)] + inside.map { Share(lower: cumulative($0), upper: survival($0)) }
      + [Share(lower: 1, upper: 0)]
    return zip(cuts, cuts.dropFirst()).reduce(0.0) { sum, piece in
      sum + ShareIntegral.value(from: piece.0, to: piece.1) { function($0.quantile(of: self)) }
    }
  }

  private func sum(of function: (Double) -> Double) -> Double {
    var sum = CompensatedSum()
    var x = quantile(1e-18)
    for _ in 0..<1_000_000 {
      sum.add(pointMass(x) * function(x))
      guard survival(x) > 1e-16 else { break }
      let next = upperQuantile(survival(x).nextDown)
      let after = quantile(cumulative(x).nextUp)
      x = after > x ? after : next
    }
    return sum.value
  }
}
