extension PCG64 {
  /// A number in [0, 1), a multiple of 2⁻⁵³: NumPy's `random()`.
  public mutating func nextUniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number in [low, high): NumPy's `uniform(low, high)`.
  public mutating func uniform(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * nextUniform()
  }

  /// An integer from 0 to `most`, all equally likely: NumPy's `integers(most + 1)` (Lemire 2019).
  public mutating func integer(upTo most: UInt64) -> UInt64 {
    if most == 0 { return 0 }
    if most == .max { return next() }
    if most == UInt64(UInt32.max) { return UInt64(next32()) }
    if most < UInt64(UInt32.max) {
      let count = UInt32(most) + 1
      var product = UInt64(next32()) * UInt64(count)
      if UInt32(truncatingIfNeeded: product) < count {
        let threshold = (0 &- count) % count
        while UInt32(truncatingIfNeeded: product) < threshold { product = UInt64(next32()) * UInt64(count) }
      }
      return product >> 32
    }
    let count = most + 1
    var product = next().multipliedFullWidth(by: count)
    if product.low < count {
      let threshold = (0 &- count) % count
      while product.low < threshold { product = next().multipliedFullWidth(by: count) }
    }
    return product.high
  }

  /// The integers from 0 to `count - 1` in random order: NumPy's `permutation(count)`.
  public mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, Int(masked(upTo: UInt64(last))))
    }
    return order
  }

  /// An integer from 0 to `most` by masking and rejection, as NumPy draws them for shuffling.
  private mutating func masked(upTo most: UInt64) -> UInt64 {
    let mask = UInt64.max >> UInt64(most.leadingZeroBitCount)
    while true {
      let word = most <= UInt64(UInt32.max) ? UInt64(next32()) & mask : next() & mask
      if word <= most { return word }
    }
  }
}
