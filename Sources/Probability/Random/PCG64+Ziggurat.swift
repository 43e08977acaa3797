import ElementaryFunctions

extension PCG64 {
  /// A draw from the normal distribution of mean 0 and standard deviation 1, by NumPy's 256-layer ziggurat
  /// (Marsaglia and Tsang 2000).
  public mutating func standardNormal() -> Double {
    while true {
      var word = next()
      let layer = Int(word & 0xFF)
      word >>= 8
      let isNegative = word & 1 != 0
      let position = word >> 1 & 0x000F_FFFF_FFFF_FFFF
      let size = Double(position) * Double(bitPattern: ZigguratTables.normalWidths[layer])
      let x = isNegative ? -size : size
      if position < ZigguratTables.normalLimits[layer] { return x }
      if layer == 0 { return normalTail(isNegative: position >> 8 & 1 != 0) }
      let lower = Double(bitPattern: ZigguratTables.normalHeights[layer])
      let upper = Double(bitPattern: ZigguratTables.normalHeights[layer - 1])
      if (upper - lower) * nextUniform() + lower < exp(-0.5 * x * x) { return x }
    }
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

  /// A draw from the exponential distribution of rate 1, by NumPy's 256-layer ziggurat.
  public mutating func standardExponential() -> Double {
    while true {
      let word = next() >> 3
      let layer = Int(word & 0xFF)
      let position = word >> 8
      let x = Double(position) * Double(bitPattern: ZigguratTables.exponentialWidths[layer])
      if position < ZigguratTables.exponentialLimits[layer] { return x }
      if layer == 0 { return 7.69711747013104972 - log1p(-nextUniform()) }
      let lower = Double(bitPattern: ZigguratTables.exponentialHeights[layer])
      let upper = Double(bitPattern: ZigguratTables.exponentialHeights[layer - 1])
      if (upper - lower) * nextUniform() + lower < exp(-x) { return x }
    }
  }
}
