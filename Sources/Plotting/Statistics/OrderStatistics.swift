/// Finds the k-th smallest of many numbers without sorting them all.
package enum OrderStatistics {
  /// So few numbers are sorted.
  private static let few = 512
  private static let bits: UInt64 = 16

  /// The numbers at some places, counted from 0, of the sorted row; there must be so many, and no nan.
  package static func select(_ places: [Int], of numbers: [Double]) -> [Double] {
    select(places, of: numbers, digit: 3)
  }

  /// The numbers are counted by sixteen bits of their order, from the highest; only those that share them with a wanted one
  /// are looked into. So the time does not depend on how the numbers are spread.
  private static func select(_ places: [Int], of numbers: [Double], digit: UInt64) -> [Double] {
    guard numbers.count > few else {
      let sorted = numbers.sorted()
      return places.map { sorted[$0] }
    }
    var counts = [Int](repeating: 0, count: 1 << bits)
    for number in numbers { counts[drawer(number, digit)] += 1 }
    let homes = places.map { place in home(of: place, counts) }
    var isWanted = [Bool](repeating: false, count: 1 << bits)
    for home in homes { isWanted[home.drawer] = true }
    let candidates = numbers.filter { isWanted[drawer($0, digit)] }
    return homes.map { home in
      let inside = candidates.filter { drawer($0, digit) == home.drawer }
      return digit == 0 ? inside[0] : select([home.place], of: inside, digit: digit - 1)[0]
    }
  }

  /// The drawer in which a place lies, and the place within it.
  private static func home(of place: Int, _ counts: [Int]) -> (drawer: Int, place: Int) {
    var before = 0
    for (drawer, count) in counts.enumerated() {
      if place < before + count { return (drawer, place - before) }
      before += count
    }
    return (counts.count - 1, 0)
  }

  /// Sixteen bits of a whole number that grows with the number.
  private static func drawer(_ number: Double, _ digit: UInt64) -> Int {
    let pattern = number.bitPattern
    let rank = pattern >> 63 == 0 ? pattern | 1 << 63 : ~pattern
    return Int(truncatingIfNeeded: rank >> (digit * bits) & 0xFFFF)
  }
}

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
