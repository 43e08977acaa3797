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

/// Halving among the doubles themselves, for conditions that hold from some number on, or up to it.
enum MonotoneSearch {
  /// The smallest number in a range from which on a condition holds; the end of the range is taken to satisfy it.
  static func smallest(from low: Double, to high: Double, where holds: (Double) -> Bool) -> Double {
    if holds(low) { return low }
    var (fails, works) = (order(low), order(high))
    while works > fails + 1 {
      let between = middle(fails, works)
      if holds(number(between)) { works = between } else { fails = between }
    }
    return number(works)
  }

  /// The largest number in a range up to which a condition holds; the start of the range is taken to satisfy it.
  static func largest(from low: Double, to high: Double, where holds: (Double) -> Bool) -> Double {
    if holds(high) { return high }
    var (works, fails) = (order(low), order(high))
    while fails > works + 1 {
      let between = middle(works, fails)
      if holds(number(between)) { works = between } else { fails = between }
    }
    return number(works)
  }

  /// The doubles counted in their order.
  static func order(_ x: Double) -> Int64 {
    let bits = Int64(bitPattern: x.bitPattern)
    return bits >= 0 ? bits : Int64.min &- bits
  }

  static func number(_ order: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: order >= 0 ? order : Int64.min &- order))
  }

  static func middle(_ low: Int64, _ high: Int64) -> Int64 { (low & high) &+ ((low ^ high) >> 1) }
}
