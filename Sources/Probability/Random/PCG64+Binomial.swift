extension PCG64 {
  /// A draw from the binomial distribution: NumPy's `binomial(n, p)`.
  ///
  /// There may be from 0 to 2⁵³ trials, of a probability from 0 to 1.
  public mutating func binomial(trials: Int, probability: Double) -> Int {
    Int(BinomialSampler(trials: trials, probability: probability).draw(using: &self))
  }

  /// Fills the buffer with what as many calls of `binomial(trials:probability:)` would draw.
  public mutating func fillBinomial(
    _ buffer: UnsafeMutableBufferPointer<Double>, trials: Int, probability: Double
  ) {
    BinomialSampler(trials: trials, probability: probability).fill(buffer, using: &self)
  }
}
