extension PCG64 {
  /// A draw from the beta distribution: NumPy's `beta(a, b)`. Both must be greater than 0.
  public mutating func beta(_ a: Double, _ b: Double) -> Double {
    BetaSampler(a, b).draw(using: &self)
  }

  /// Fills the buffer with what as many calls of `beta(a, b)` would draw.
  public mutating func fillBeta(_ buffer: UnsafeMutableBufferPointer<Double>, _ a: Double, _ b: Double) {
    BetaSampler(a, b).fill(buffer, using: &self)
  }
}
