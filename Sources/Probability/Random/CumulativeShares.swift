/// The sums of weights up to each of them, as shares of the whole: what chooses an index by a uniform number.
public struct CumulativeShares: Sendable {
  private let shares: [Double]

  /// No weight may be negative, and one must be positive.
  public init(of weights: [Double]) {
    precondition(weights.allSatisfy { $0 >= 0 }, "weights are not negative")
    var sum = 0.0
    let sums = weights.map { weight in
      sum += weight
      return sum
    }
    let total = sum
    precondition(total > 0 && total < .infinity, "weights have a positive sum")
    shares = sums.map { $0 / total }
  }

  /// The first index up to which there is more than this share, which must be in [0, 1).
  public func index(at share: Double) -> Int {
    var low = 0
    var high = shares.count
    while low < high {
      let middle = low + (high - low) / 2
      if shares[middle] <= share { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
