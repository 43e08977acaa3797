import ElementaryFunctions

extension PCG64 {
  /// A draw from the normal distribution of mean 0 and standard deviation 1, by NumPy's 256-layer ziggurat
  /// (Marsaglia and Tsang 2000).
  @inline(__always) public mutating func standardNormal() -> Double {
    while true {
      let word = next()
      let (x, isAccepted) = Self.normal(word)
      if isAccepted { return x }
      // A copy, so that the generator itself can stay in registers.
      var generator = self
      let edge = generator.normalEdge(word, x)
      self = generator
      if let edge { return edge }
    }
  }

  /// A draw from a normal distribution: NumPy's `normal(mean, stddev)`.
  public mutating func normal(mean: Double, stddev: Double) -> Double {
    mean + stddev * standardNormal()
  }

  /// Fills the buffer with what as many calls of `standardNormal()` would draw.
  public mutating func fillNormal(_ buffer: UnsafeMutableBufferPointer<Double>) {
    fill(buffer, quick: { Self.normal($0) }, slow: { $0.standardNormal() })
  }

  /// Fills the buffer with what as many calls of `normal(mean:stddev:)` would draw.
  public mutating func fillNormal(
    _ buffer: UnsafeMutableBufferPointer<Double>, mean: Double, stddev: Double
  ) {
    fill(
      buffer,
      quick: {
        let (x, isAccepted) = Self.normal($0)
        return (mean + stddev * x, isAccepted)
      }, slow: { mean + stddev * $0.standardNormal() })
  }

  /// The point of the ziggurat that a word stands for, and whether it lies under the curve for certain.
  @inline(__always) static func normal(_ word: UInt64) -> (value: Double, isAccepted: Bool) {
    let layer = Int(truncatingIfNeeded: word & 0xFF)
    let position = normalPosition(word)
    let size = Double(Int64(bitPattern: position)) * Double(bitPattern: ZigguratTables.normalWidths[layer])
    let x = Double(bitPattern: size.bitPattern | (word &>> 8) &<< 63)
    return (x, position < ZigguratTables.normalLimits[layer])
  }

  @inline(__always) private static func normalPosition(_ word: UInt64) -> UInt64 {
    word &>> 9 & 0x000F_FFFF_FFFF_FFFF
  }

  /// What becomes of a point that is not under the curve for certain; nil where it is rejected.
  @inline(never)
  private mutating func normalEdge(_ word: UInt64, _ x: Double) -> Double? {
    let layer = Int(truncatingIfNeeded: word & 0xFF)
    if layer == 0 { return normalTail(isNegative: Self.normalPosition(word) >> 8 & 1 != 0) }
    let lower = Double(bitPattern: ZigguratTables.normalHeights[layer])
    let upper = Double(bitPattern: ZigguratTables.normalHeights[layer - 1])
    return (upper - lower) * nextUniform() + lower < exp(-0.5 * x * x) ? x : nil
  }

  /// A draw beyond the base layer's edge (Marsaglia 1964).
  private mutating func normalTail(isNegative: Bool) -> Double {
    let edge = 3.6541528853610088
    while true {
      let x = -0.27366123732975828 * log1p(-nextUniform())
      let y = -log1p(-nextUniform())
      if y + y > x * x { return isNegative ? -(edge + x) : edge + x }
    }
  }
}
