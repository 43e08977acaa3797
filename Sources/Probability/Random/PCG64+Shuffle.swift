import Vocabulary

extension PCG64 {
  /// The integers from 0 to `count - 1` in random order: NumPy's `permutation(count)`.
  ///
  /// Once a stop is requested the order is left as it is; so in all that follows.
  public mutating func permutation(_ count: Int, _ interruption: Interruption? = nil) -> [Int] {
    var order = Array(0..<count)
    shuffle(&order, interruption)
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
