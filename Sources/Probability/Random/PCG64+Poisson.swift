extension PCG64 {
  /// The largest rate that `poisson(rate:)` takes, as NumPy's.
  public static let largestPoissonRate = 9.223372006484771e18

  /// A draw from the Poisson distribution: NumPy's `poisson(rate)`.
  ///
  /// The rate must be from 0 to `largestPoissonRate`.
  public mutating func poisson(rate: Double) -> Int {
    Int(PoissonSampler(rate: rate).draw(using: &self))
  }

  /// Fills the buffer with what as many calls of `poisson(rate:)` would draw.
  public mutating func fillPoisson(_ buffer: UnsafeMutableBufferPointer<Double>, rate: Double) {
    let sampler = PoissonSampler(rate: rate)
    guard case .rejection(let rejection) = sampler else {
      return fill(buffer) { sampler.draw(using: &$0) }
    }
    fillByTrials(buffer) { rejection.fill($1, using: &$0) }
  }
}
