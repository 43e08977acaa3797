extension PCG64 {
  /// An integer from `low` up to and without `high`, all equally likely: NumPy's `integers(low, high)`.
  ///
  /// `low` must be less than `high`.
  public mutating func integer(_ low: Int, _ high: Int) -> Int {
    precondition(low < high, "there is no integer from \(low) to below \(high)")
    let most = UInt64(truncatingIfNeeded: high &- low &- 1)
    return low &+ Int(truncatingIfNeeded: integer(upTo: most))
  }

  /// Fills the buffer with what as many calls of `integer(low, high)` would draw.
  public mutating func fillIntegers(
    _ buffer: UnsafeMutableBufferPointer<Double>, _ low: Int, _ high: Int
  ) {
    fill(buffer) { Double($0.integer(low, high)) }
  }

  /// An integer from 0 to `most`, all equally likely: NumPy's `integers(most + 1)`.
  public mutating func integer(upTo most: UInt64) -> UInt64 {
    switch most {
    case 0: 0
    case ..<UInt64(UInt32.max): UInt64(below32(UInt32(most) + 1))
    case UInt64(UInt32.max): UInt64(next32())
    case .max: next()
    default: below64(most + 1)
    }
  }

  /// D. Lemire, "Fast Random Integer Generation in an Interval" (2019), on 32-bit words.
  private mutating func below32(_ count: UInt32) -> UInt32 {
    var product = next32().multipliedFullWidth(by: count)
    if product.low < count {
      let threshold = (0 &- count) % count
      while product.low < threshold { product = next32().multipliedFullWidth(by: count) }
    }
    return product.high
  }

  private mutating func below64(_ count: UInt64) -> UInt64 {
    var product = next().multipliedFullWidth(by: count)
    if product.low < count {
      let threshold = (0 &- count) % count
      while product.low < threshold { product = next().multipliedFullWidth(by: count) }
    }
    return product.high
  }
}
