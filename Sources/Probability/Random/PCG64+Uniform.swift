extension PCG64 {
  /// A number in [0, 1), a multiple of 2⁻⁵³: NumPy's `random()`.
  @inlinable public mutating func nextUniform() -> Double {
    Double(next() &>> 11) * 0x1p-53
  }

  /// A number in [low, high): NumPy's `uniform(low, high)`. Rounding may give `high` itself.
  @inlinable public mutating func uniform(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * nextUniform()
  }

  /// Fills the buffer with what as many calls of `nextUniform()` would draw.
  public mutating func fillUniform(_ buffer: UnsafeMutableBufferPointer<Double>) {
    for index in buffer.indices { buffer[index] = nextUniform() }
  }

  /// Fills the buffer with what as many calls of `uniform(low, high)` would draw.
  public mutating func fillUniform(
    _ buffer: UnsafeMutableBufferPointer<Double>, _ low: Double, _ high: Double
  ) {
    for index in buffer.indices { buffer[index] = uniform(low, high) }
  }
}
