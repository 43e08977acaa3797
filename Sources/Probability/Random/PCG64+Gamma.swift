extension PCG64 {
  /// A draw from the gamma distribution of scale 1: NumPy's `standard_gamma(shape)`; 0 for a shape of 0.
  ///
  /// `shape` must not be negative.
  public mutating func standardGamma(shape: Double) -> Double {
    GammaSampler(shape: shape).draw(using: &self)
  }

  /// A draw from a gamma distribution: NumPy's `gamma(shape, scale)`.
  public mutating func gamma(shape: Double, scale: Double) -> Double {
    scale * standardGamma(shape: shape)
  }

  /// A draw from the chi-square distribution: NumPy's `chisquare(df)`.
  public mutating func chiSquare(degreesOfFreedom: Double) -> Double {
    2 * standardGamma(shape: degreesOfFreedom / 2)
  }

  /// Fills the buffer with what as many calls of `gamma(shape:scale:)` would draw.
  public mutating func fillGamma(
    _ buffer: UnsafeMutableBufferPointer<Double>, shape: Double, scale: Double = 1
  ) {
    let sampler = GammaSampler(shape: shape)
    guard case .belowOne(let rejection) = sampler else {
      return fill(buffer) { scale * sampler.draw(using: &$0) }
    }
    fillByTrials(buffer) { rejection.fill($1, using: &$0) }
    for index in buffer.indices { buffer[index] *= scale }
  }

  /// Fills the buffer with what as many calls of `chiSquare(degreesOfFreedom:)` would draw.
  public mutating func fillChiSquare(
    _ buffer: UnsafeMutableBufferPointer<Double>, degreesOfFreedom: Double
  ) {
    fillGamma(buffer, shape: degreesOfFreedom / 2, scale: 2)
  }
}
