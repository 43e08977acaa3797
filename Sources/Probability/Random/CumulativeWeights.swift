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
