import ElementaryFunctions

extension PCG64 {
  /// A draw from the exponential distribution of rate 1, by NumPy's 256-layer ziggurat.
  public mutating func standardExponential() -> Double {
    while true {
      let word = next() &>> 3
      let layer = Int(truncatingIfNeeded: word & 0xFF)
      let position = word &>> 8
      let x = Double(Int64(bitPattern: position)) * Double(bitPattern: ZigguratTables.exponentialWidths[layer])
      if position < ZigguratTables.exponentialLimits[layer] { return x }
      if layer == 0 { return 7.69711747013104972 - log1p(-nextUniform()) }
      let lower = Double(bitPattern: ZigguratTables.exponentialHeights[layer])
      let upper = Double(bitPattern: ZigguratTables.exponentialHeights[layer - 1])
      if (upper - lower) * nextUniform() + lower < exp(-x) { return x }
    }
  }

  /// Fills the buffer with what as many calls of `standardExponential()` would draw.
  public mutating func fillExponential(_ buffer: UnsafeMutableBufferPointer<Double>) {
    for index in buffer.indices { buffer[index] = standardExponential() }
  }
}
