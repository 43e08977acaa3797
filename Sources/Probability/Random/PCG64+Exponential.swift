import ElementaryFunctions

extension PCG64 {
  /// A draw from the exponential distribution of rate 1, by NumPy's 256-layer ziggurat.
  @inline(__always) public mutating func standardExponential() -> Double {
    while true {
      let word = next()
      let (x, isAccepted) = Self.exponential(word)
      if isAccepted { return x }
      // A copy, so that the generator itself can stay in registers.
      var generator = self
      let edge = generator.exponentialEdge(word, x)
      self = generator
      if let edge { return edge }
    }
  }

  /// A draw from the exponential distribution of mean `scale`: NumPy's `exponential(scale)`.
  public mutating func exponential(scale: Double) -> Double { scale * standardExponential() }

  /// Fills the buffer with what as many calls of `standardExponential()` would draw.
  public mutating func fillExponential(_ buffer: UnsafeMutableBufferPointer<Double>) {
    fill(buffer, quick: { Self.exponential($0) }, slow: { $0.standardExponential() })
  }

  /// Fills the buffer with what as many calls of `exponential(scale:)` would draw.
  public mutating func fillExponential(_ buffer: UnsafeMutableBufferPointer<Double>, scale: Double) {
    fill(
      buffer,
      quick: {
        let (x, isAccepted) = Self.exponential($0)
        return (scale * x, isAccepted)
      }, slow: { scale * $0.standardExponential() })
  }

  /// The point of the ziggurat that a word stands for, and whether it lies under the curve for certain.
  @inline(__always) private static func exponential(_ word: UInt64) -> (value: Double, isAccepted: Bool) {
    let layer = Int(truncatingIfNeeded: word &>> 3 & 0xFF)
    let position = word &>> 11
    let x = Double(Int64(bitPattern: position)) * Double(bitPattern: ZigguratTables.exponentialWidths[layer])
    return (x, position < ZigguratTables.exponentialLimits[layer])
  }

  /// What becomes of a point that is not under the curve for certain; nil where it is rejected.
  @inline(never)
  private mutating func exponentialEdge(_ word: UInt64, _ x: Double) -> Double? {
    let layer = Int(truncatingIfNeeded: word &>> 3 & 0xFF)
    if layer == 0 { return 7.69711747013104972 - log1p(-nextUniform()) }
    let lower = Double(bitPattern: ZigguratTables.exponentialHeights[layer])
    let upper = Double(bitPattern: ZigguratTables.exponentialHeights[layer - 1])
    return (upper - lower) * nextUniform() + lower < exp(-x) ? x : nil
  }
}
