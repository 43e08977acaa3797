extension Activation {
  /// The inputs between which it is farther than a tolerance from its bounds; nil where it has none, or where none are.
  public func unsaturated(tolerance: Double) -> (low: Double, high: Double)? {
    let (low, high) = (bounds.lowerBound + tolerance, bounds.upperBound - tolerance)
    guard low < high, low.isFinite || high.isFinite else { return nil }
    return (low.isFinite ? input(for: low) : -.infinity, high.isFinite ? input(for: high) : .infinity)
  }

  /// The input at which a monotone activation yields y, by bisection.
  private func input(for y: Double) -> Double {
    var (low, high) = (-1e6, 1e6)
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { return middle }
      if value(middle) < y { low = middle } else { high = middle }
    }
  }
}
