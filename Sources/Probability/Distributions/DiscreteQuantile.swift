/// Quantiles of distributions of whole numbers: a bracket grown from a guess, then halved.
enum DiscreteQuantile {
  /// Probabilities that differ by rounding alone count as equal.
  private static let slack = 1e-14

  /// The smallest k with `cumulative(k)` ≥ p.
  static func lower(_ p: Double, of distribution: some Distribution, near guess: Double? = nil) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    if p == 0 { return distribution.support.lowerBound }
    if p == 1 { return distribution.support.upperBound }
    return smallest(from: guess ?? distribution.mean, in: distribution.support) { k in
      p <= 0.5 ? distribution.cumulative(k) >= p * (1 - slack) : distribution.survival(k) <= (1 - p) * (1 + slack)
    }
  }

  /// The largest k with a probability ≥ q of a value ≥ k, that is: of more than k - 1.
  static func upper(_ q: Double, of distribution: some Distribution, near guess: Double? = nil) -> Double {
    guard q >= 0, q <= 1 else { return .nan }
    if q == 0 { return distribution.support.upperBound }
    if q == 1 { return distribution.support.lowerBound }
    return smallest(from: guess ?? distribution.mean, in: distribution.support) { k in
      q <= 0.5 ? distribution.survival(k) < q * (1 - slack) : distribution.cumulative(k) > (1 - q) * (1 + slack)
    }
  }

  /// The smallest whole number in a range from which on a condition holds.
  private static func smallest(
    from guess: Double, in range: ClosedRange<Double>, where holds: (Double) -> Bool
  ) -> Double {
    let (least, most) = (range.lowerBound, min(range.upperBound, 0x1p1000))
    var high = min(most, max(least, guess.isFinite ? guess.rounded(.down) : least))
    var step = 1.0
    if holds(high) {
      var low = high
      while low > least {
        low = max(least, high - step)
        if !holds(low) { break }
        high = low
        step *= 2
      }
      if low == high { return high }
      return bisect(low, high, holds)
    }
    var low = high
    while high < most {
      high = min(most, low + step)
      if holds(high) { return bisect(low, high, holds) }
      low = high
      step *= 2
    }
    return most
  }

  /// Between a whole number where the condition fails and one where it holds.
  private static func bisect(_ fails: Double, _ holds: Double, _ condition: (Double) -> Bool) -> Double {
    var (low, high) = (fails, holds)
    while true {
      let middle = (low + (high - low) / 2).rounded(.down)
      if middle <= low || middle >= high { return high }
      if condition(middle) { high = middle } else { low = middle }
    }
  }
}
