import ElementaryFunctions
import Vocabulary

/// A distribution of whole numbers, described at the whole numbers of its support alone.
protocol CountingDistribution: Distribution {
  /// The probability of k.
  func mass(_ k: Double) -> Double
  func logMass(_ k: Double) -> Double
  /// The probability of a number ≤ k, for k below the end of the support.
  func atMost(_ k: Double) -> Double
  /// The probability of a number > k, for k below the end of the support.
  func beyond(_ k: Double) -> Double
}

extension CountingDistribution {
  public var isDiscrete: Bool { true }
  func logMass(_ k: Double) -> Double { log(mass(k)) }

  private func isValue(_ x: Double) -> Bool { x.isFinite && support.contains(x) && x == x.rounded() }

  public func density(_ x: Double) -> Double { x.isNaN ? x : isValue(x) ? mass(x) : 0 }
  public func logDensity(_ x: Double) -> Double { x.isNaN ? x : isValue(x) ? logMass(x) : -.infinity }

  public func cumulative(_ x: Double) -> Double {
    if x.isNaN { return x }
    return x < support.lowerBound ? 0 : x >= support.upperBound ? 1 : min(1, atMost(x.rounded(.down)))
  }

  public func survival(_ x: Double) -> Double {
    if x.isNaN { return x }
    return x < support.lowerBound ? 1 : x >= support.upperBound ? 0 : min(1, beyond(x.rounded(.down)))
  }

  public func quantile(_ p: Double) -> Double { DiscreteQuantile.lower(p, of: self) }

  /// Some few masses are summed, so that nothing cancels.
  public func probability(from lower: Double, to upper: Double) -> Double {
    if lower.isNaN || upper.isNaN { return .nan }
    let first = max(support.lowerBound, lower.rounded(.down) + 1)
    let last = min(support.upperBound, upper.rounded(.down))
    guard first <= last else { return 0 }
    if last - first < 64 {
      return min(1, stride(from: first, through: last, by: 1).reduce(0) { $0 + mass($1) })
    }
    return max(0, cumulative(lower) > 0.5 ? survival(lower) - survival(upper) : cumulative(upper) - cumulative(lower))
  }

  /// -Σ mass ln mass, over all but 10⁻¹⁸ of the distribution.
  func summedEntropy() -> Double {
    let (first, last) = (quantile(1e-19), upperQuantile(1e-19))
    var sum = CompensatedSum()
    for k in stride(from: first, through: last, by: 1) {
      let mass = mass(k)
      if mass > 0 { sum.add(-mass * logMass(k)) }
    }
    return sum.value
  }
}
