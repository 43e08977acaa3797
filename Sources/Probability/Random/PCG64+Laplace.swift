import ElementaryFunctions

extension PCG64 {
  /// A draw from the Laplace distribution: NumPy's `laplace(location, scale)`.
  @inline(__always) public mutating func laplace(location: Double, scale: Double) -> Double {
    while true {
      let u = nextUniform()
      if u >= 0.5 { return location - scale * log(2 - u - u) }
      if u > 0 { return location + scale * log(u + u) }
    }
  }

  /// Fills the buffer with what as many calls of `laplace(location:scale:)` would draw.
  public mutating func fillLaplace(
    _ buffer: UnsafeMutableBufferPointer<Double>, location: Double, scale: Double
  ) {
    fillByLogarithms(buffer, of: { $0 >= 0.5 ? 2 - $0 - $0 : $0 + $0 }) { u, logarithm in
      u >= 0.5 ? location - scale * logarithm : location + scale * logarithm
    }
  }
}
