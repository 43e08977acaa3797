import Vocabulary

extension PCG64 {
  /// Indices of so many choices among `population` things, all equally likely: NumPy's `choice(population, count,
  /// replace)`.
  ///
  /// Where nothing is put back, `count` must be at most `population`; where it is, there must be something to choose.
  ///
  /// Once a stop is requested there are fewer choices than that.
  public mutating func choice(
    _ count: Int, of population: Int, replacing: Bool = true, _ interruption: Interruption? = nil
  ) -> [Int] {
    precondition(count >= 0 && population >= 0, "there is no choice of \(count) things of \(population)")
    if replacing {
      precondition(count == 0 || population > 0, "there is nothing to choose")
      return choices(count, interruption) { $0.integer(0, population) }
    }
    precondition(count <= population, "there are no \(count) different things of \(population)")
    if population > 10_000, count > population / 50 {
      var order = Array(0..<population)
      shuffleByIntegers(&order, downTo: max(population - count, 1), interruption)
      return Array(order[(population - count)...])
    }
    var chosen = differentIntegers(count, below: population, interruption)
    shuffleByIntegers(&chosen, downTo: 1, interruption)
    return chosen
  }

  private mutating func choices(
    _ count: Int, _ interruption: Interruption?, _ choose: (inout PCG64) -> Int
  ) -> [Int] {
    var chosen: [Int] = []
    chosen.reserveCapacity(count)
    while chosen.count < count, interruption?.isRequested != true {
      for _ in chosen.count..<min(chosen.count + 0x10000, count) { chosen.append(choose(&self)) }
    }
    return chosen
  }

  /// Indices of so many choices among things of these probabilities: NumPy's `choice(n, count, replace, p)`.
  ///
  /// None may be negative, and their sum must be positive; it is taken for 1. Where nothing is put back, at least
  /// `count` of them must be positive; then each is chosen with its fraction of what is left.
  public mutating func choice(
    _ count: Int, probabilities: [Double], replacing: Bool = true, _ interruption: Interruption? = nil
  ) -> [Int] {
    precondition(count >= 0, "there are no \(count) choices")
    if replacing {
      let weights = CumulativeWeights(of: probabilities)
      return choices(count, interruption) { weights.index(at: $0.nextUniform()) }
    }
    precondition(
      probabilities.count { $0 > 0 } >= count, "there are no \(count) different things that can be chosen")
    var left = probabilities
    var chosen: [Int] = []
    while chosen.count < count, interruption?.isRequested != true {
      let weights = CumulativeWeights(of: left)
      for _ in chosen.count..<count {
        let index = weights.index(at: nextUniform())
        if left[index] > 0 { chosen.append(index) }
        left[index] = 0
      }
    }
    return chosen
  }

  /// Different integers from 0 to below a bound, of which every set is equally likely (R. Floyd, in J. Bentley,
  /// "Programming Pearls", 1987).
  private mutating func differentIntegers(
    _ count: Int, below bound: Int, _ interruption: Interruption?
  ) -> [Int] {
    var taken: Set<Int> = []
    var last = bound - count - 1
    return choices(count, interruption) { generator in
      last += 1
      let value = generator.integer(0, last + 1)
      if taken.insert(value).inserted { return value }
      taken.insert(last)
      return last
    }
  }

  /// Puts elements into random order from the last one down to `first`. Unlike `shuffle`, NumPy draws `choice`'s places
  /// as it draws integers.
  private mutating func shuffleByIntegers(
    _ elements: inout [Int], downTo first: Int, _ interruption: Interruption?
  ) {
    for last in stride(from: elements.count - 1, through: first, by: -1) {
      if last & 0xFFFF == 0, interruption?.isRequested == true { return }
      elements.swapAt(last, integer(0, last + 1))
    }
  }
}

/// The sums of weights up to each of them, as fractions of the whole: what chooses an index by a uniform number.
public struct CumulativeWeights: Sendable {
  private let sums: [Double]

  /// No weight may be negative, and one must be positive.
  public init(of weights: [Double]) {
    precondition(weights.allSatisfy { $0 >= 0 }, "weights are not negative")
    var sum = 0.0
    let running = weights.map { weight in
      sum += weight
      return sum
    }
    let total = sum
    precondition(total > 0 && total < .infinity, "weights have a positive sum")
    sums = running.map { $0 / total }
  }

  /// The first index up to which there is more than this fraction, which must be in [0, 1).
  public func index(at fraction: Double) -> Int {
    var low = 0
    var high = sums.count
    while low < high {
      let middle = low + (high - low) / 2
      if sums[middle] <= fraction { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension PCG64 {
  /// The integers from 0 to `count - 1` in random order: NumPy's `permutation(count)`.
  ///
  /// Once a stop is requested it ends before it is done; so all that follows.
  public mutating func permutation(_ count: Int, _ interruption: Interruption? = nil) -> [Int] {
    var order: [Int] = []
    order.reserveCapacity(count)
    while order.count < count, interruption?.isRequested != true {
      order += order.count..<min(count, order.count + 1 << 16)
    }
    if order.count == count { shuffle(&order, interruption) }
    return order
  }

  /// Puts the elements into random order: NumPy's `shuffle`. (Fisher and Yates; Durstenfeld 1964.)
  public mutating func shuffle<Element>(_ elements: inout [Element], _ interruption: Interruption? = nil) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      if last & 0xFFFF == 0, interruption?.isRequested == true { return }
      elements.swapAt(last, Int(masked(upTo: UInt64(last))))
    }
  }

  /// An integer from 0 to `most` by masking and rejection: unlike `integers`, NumPy shuffles with these.
  private mutating func masked(upTo most: UInt64) -> UInt64 {
    let mask = UInt64.max >> UInt64(most.leadingZeroBitCount)
    while true {
      let word = most <= UInt64(UInt32.max) ? UInt64(next32()) & mask : next() & mask
      if word <= most { return word }
    }
  }
}
