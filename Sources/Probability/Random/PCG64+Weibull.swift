import ElementaryFunctions

extension PCG64 {
  /// A draw from the Weibull distribution of scale 1: NumPy's `weibull(shape)`; 0 for a shape of 0.
  @inline(__always) public mutating func weibull(shape: Double) -> Double {
    shape == 0 ? 0 : FixedPower(1 / shape)(standardExponential())
  }

  /// Fills the buffer with what as many calls of `weibull(shape:)` would draw.
  public mutating func fillWeibull(_ buffer: UnsafeMutableBufferPointer<Double>, shape: Double) {
    if shape == 0 { return buffer.update(repeating: 0) }
    fillExponential(buffer)
    FixedPower(1 / shape)(UnsafeBufferPointer(buffer), into: buffer)
  }
}
