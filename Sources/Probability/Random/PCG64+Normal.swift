import ElementaryFunctions

extension PCG64 {
  /// A draw from the normal distribution of mean 0 and standard deviation 1, by NumPy's 256-layer ziggurat
  /// (Marsaglia and Tsang 2000).
  public mutating func standardNormal() -> Double {
    while true {
      let word = next()
      let layer = Int(truncatingIfNeeded: word & 0xFF)
      let position = word &>> 9 & 0x000F_FFFF_FFFF_FFFF
      let size = Double(Int64(bitPattern: position)) * Double(bitPattern: ZigguratTables.normalWidths[layer])
      let x = Double(bitPattern: size.bitPattern | (word &>> 8) &<< 63)
      if position < ZigguratTables.normalLimits[layer] { return x }
      if let x = normalEdge(layer, position, x) { return x }
    }
  }

  /// Fills the buffer with what as many calls of `standardNormal()` would draw.
  public mutating func fillNormal(_ buffer: UnsafeMutableBufferPointer<Double>) {
    var generator = self
    for index in buffer.indices { buffer[index] = generator.standardNormal() }
    self = generator
  }

  /// What becomes of a draw that is not inside its layer for certain; nil where it is rejected.
  @inline(never)
  private mutating func normalEdge(_ layer: Int, _ position: UInt64, _ x: Double) -> Double? {
    if layer == 0 { return normalTail(isNegative: position >> 8 & 1 != 0) }
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
