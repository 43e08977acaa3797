import ElementaryFunctions

extension PCG64 {
  /// A draw from the logistic distribution: NumPy's `logistic(location, scale)`.
  @inline(__always) public mutating func logistic(location: Double, scale: Double) -> Double {
    while true {
      let u = nextUniform()
      if u > 0 { return location + scale * log(u / (1 - u)) }
    }
  }

  /// Fills the buffer with what as many calls of `logistic(location:scale:)` would draw.
  public mutating func fillLogistic(
    _ buffer: UnsafeMutableBufferPointer<Double>, location: Double, scale: Double
  ) {
    fillByLogarithms(buffer, of: { $0 / (1 - $0) }) { _, logarithm in location + scale * logarithm }
  }
}
