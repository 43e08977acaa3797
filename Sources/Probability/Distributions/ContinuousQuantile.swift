import ElementaryFunctions

/// Quantiles of continuous distributions by Newton's method on the logarithm of the smaller tail, kept within a bracket
/// that is halved among the doubles themselves where Newton's step fails.
enum ContinuousQuantile {
  /// The x with `cumulative(x)` = p, for a probability p.
  static func lower(_ p: Double, of distribution: some Distribution, near guess: Double? = nil) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    if p > 0.5 { return upper(1 - p, of: distribution, near: guess) }
    if p == 0 { return distribution.support.lowerBound }
    return solve(p, distribution.support, guess, distribution.density, rising: true) { distribution.cumulative($0) }
  }

  /// The x with `survival(x)` = q, for a probability q.
  static func upper(_ q: Double, of distribution: some Distribution, near guess: Double? = nil) -> Double {
    guard q >= 0, q <= 1 else { return .nan }
    if q > 0.5 { return lower(1 - q, of: distribution, near: guess) }
    if q == 0 { return distribution.support.upperBound }
    return solve(q, distribution.support, guess, distribution.density, rising: false) { distribution.survival($0) }
  }

  private static func solve(
    _ probability: Double, _ support: ClosedRange<Double>, _ guess: Double?, _ density: (Double) -> Double,
    rising: Bool,
    _ tail: (Double) -> Double
  ) -> Double {
    var low = MonotoneSearch.order(max(support.lowerBound, -.greatestFiniteMagnitude))
    var high = MonotoneSearch.order(min(support.upperBound, .greatestFiniteMagnitude))
    var x =
      guess.map { min(MonotoneSearch.number(high), max(MonotoneSearch.number(low), $0)) }
      ?? MonotoneSearch.number(MonotoneSearch.middle(low, high))
    if x.isNaN { x = MonotoneSearch.number(MonotoneSearch.middle(low, high)) }
    var lastStep = Double.infinity
    for _ in 0..<200 {
      let value = tail(x)
      if value == probability { return x }
      if (value > probability) == rising { high = MonotoneSearch.order(x) } else { low = MonotoneSearch.order(x) }
      if high <= low + 1 { return x }
      let slope = density(x)
      let ratio = value / probability
      // Newton's step for ln tail(x) = ln probability.
      let step = (rising ? -1 : 1) * value * log(ratio) / slope
      var next = x + step
      let isInside = next > MonotoneSearch.number(low) && next < MonotoneSearch.number(high)
      if isInside, step.magnitude <= 0.5 * lastStep || step.magnitude <= 4 * x.ulp {
        lastStep = step.magnitude
        if step.magnitude <= 0.5 * x.ulp { return next }
        // A step of some last places is the last one.
        if step.magnitude <= 2 * x.ulp || (ratio - 1).magnitude < 1e-16 { return next }
      } else {
        next = MonotoneSearch.number(MonotoneSearch.middle(low, high))
        lastStep = .infinity
      }
      if next == x { return x }
      x = next
    }
    return x
  }
}
