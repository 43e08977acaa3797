extension PCG64 {
  /// A number in [0, 1), a multiple of 2⁻⁵³: NumPy's `random()`.
  @inlinable public mutating func nextUniform() -> Double {
    Self.fraction(next())
  }

  /// A number in [low, high): NumPy's `uniform(low, high)`. Rounding may give `high` itself.
  @inlinable public mutating func uniform(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * nextUniform()
  }

  /// Fills the buffer with what as many calls of `nextUniform()` would draw.
  public mutating func fillUniform(_ buffer: UnsafeMutableBufferPointer<Double>) {
    fill(buffer) { $0 }
  }

  /// Fills the buffer with what as many calls of `uniform(low, high)` would draw.
  public mutating func fillUniform(
    _ buffer: UnsafeMutableBufferPointer<Double>, _ low: Double, _ high: Double
  ) {
    let range = high - low
    fill(buffer) { low + range * $0 }
  }

  @inlinable static func fraction(_ word: UInt64) -> Double { Double(word &>> 11) * 0x1p-53 }

  /// Fills the buffer with a function of uniform numbers.
  @inline(__always)
  private mutating func fill(
    _ buffer: UnsafeMutableBufferPointer<Double>, _ function: (Double) -> Double
  ) {
    fill(buffer, quick: { (function(Self.fraction($0)), true) }, slow: { function($0.nextUniform()) })
  }
}

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

extension Double {
  /// The largest whole number up to this one, without a call into the C library.
  @inline(__always) var floor: Double {
    guard magnitude < 0x1p51 else { return rounded(.down) }
    let nearest = (self + 0x1.8p52) - 0x1.8p52
    // A difference rather than a choice, so that the compiler makes no jump of it, which could not be foreseen.
    let excess: Double = nearest > self ? 1 : 0
    return nearest - excess
  }
}
