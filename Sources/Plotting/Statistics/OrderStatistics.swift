/// Finds the k-th smallest of many numbers without sorting them all.
enum OrderStatistics {
  private static let drawers = 4096
  /// So few numbers are sorted.
  private static let few = 2048

  /// The numbers at some places, counted from 0, of the sorted row; least and greatest must be right.
  ///
  /// The numbers are counted into drawers of equal width; only the drawers that hold a wanted one are looked into. Where
  /// nearly all are in one drawer for the third time, that one is sorted.
  static func select(_ places: [Int], of numbers: [Double], low: Double, high: Double, depth: Int = 0) -> [Double] {
    guard numbers.count > few, depth < 3, high > low, (high - low).isFinite else {
      let sorted = numbers.sorted()
      return places.map { sorted[$0] }
    }
    let scale = Double(drawers) / (high - low)
    func drawer(_ number: Double) -> Int { min(Int((number - low) * scale), drawers - 1) }
    guard scale.isFinite else {
      let sorted = numbers.sorted()
      return places.map { sorted[$0] }
    }
    var counts = [Int](repeating: 0, count: drawers)
    for number in numbers { counts[drawer(number)] += 1 }
    var starts = [Int](repeating: 0, count: drawers + 1)
    for index in 0..<drawers { starts[index + 1] = starts[index] + counts[index] }
    let homes = places.map { place in (0..<drawers).first { starts[$0 + 1] > place } ?? drawers - 1 }
    var contents: [Int: [Double]] = [:]
    for home in homes { contents[home] = [] }
    var isWanted = [Bool](repeating: false, count: drawers)
    for home in homes { isWanted[home] = true }
    for number in numbers {
      let home = drawer(number)
      if isWanted[home] { contents[home]?.append(number) }
    }
    return zip(places, homes).map { place, home in
      let inside = contents[home] ?? []
      let (least, greatest) = (inside.min() ?? low, inside.max() ?? high)
      return select([place - starts[home]], of: inside, low: least, high: greatest, depth: depth + 1)[0]
    }
  }
}
