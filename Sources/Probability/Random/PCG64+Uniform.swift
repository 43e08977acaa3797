extension PCG64 {
  /// A number in [0, 1), a multiple of 2⁻⁵³: NumPy's `random()`.
  @inlinable public mutating func nextUniform() -> Double {
    Self.fraction(next())
  }

  /// A number in [low, high): NumPy's `uniform(low, high)`. Rounding may give `high` itself.
  @inlinable public mutating func uniform(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * nextUniform()
  }

  /// Fills the buffer with what as many calls of `nextUniform()` would draw.
  public mutating func fillUniform(_ buffer: UnsafeMutableBufferPointer<Double>) {
    fill(buffer) { $0 }
  }

  /// Fills the buffer with what as many calls of `uniform(low, high)` would draw.
  public mutating func fillUniform(
    _ buffer: UnsafeMutableBufferPointer<Double>, _ low: Double, _ high: Double
  ) {
    let range = high - low
    fill(buffer) { low + range * $0 }
  }

  @inlinable static func fraction(_ word: UInt64) -> Double { Double(word &>> 11) * 0x1p-53 }

  /// Fills the buffer with a function of uniform numbers.
  @inline(__always)
  private mutating func fill(
    _ buffer: UnsafeMutableBufferPointer<Double>, _ function: (Double) -> Double
  ) {
    fill(buffer, quick: { (function(Self.fraction($0)), true) }, slow: { function($0.nextUniform()) })
  }
}
