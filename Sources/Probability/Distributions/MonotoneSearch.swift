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
