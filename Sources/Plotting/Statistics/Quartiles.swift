/// The numbers below which a quarter and three quarters of some numbers lie, between two of them on a straight line, as
/// NumPy's `percentile` has it.
struct Quartiles {
  let lower: Double
  let upper: Double

  /// Of finite numbers, at least one.
  init(of numbers: [Double]) {
    let last = Double(numbers.count - 1)
    let places = [0.25, 0.75].map { $0 * last }
    let wanted = places.flatMap { [Int($0), min(Int($0) + 1, numbers.count - 1)] }
    let found = OrderStatistics.select(wanted, of: numbers)
    lower = Self.between(found[0], found[1], fraction: places[0] - places[0].rounded(.down))
    upper = Self.between(found[2], found[3], fraction: places[1] - places[1].rounded(.down))
  }

  /// NumPy's `_lerp`: from the nearer end.
  private static func between(_ first: Double, _ second: Double, fraction: Double) -> Double {
    let difference = second - first
    return fraction >= 0.5 ? second - difference * (1 - fraction) : first + difference * fraction
  }
}
