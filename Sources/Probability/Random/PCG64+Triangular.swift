extension PCG64 {
  /// A draw from the triangular distribution: NumPy's `triangular(low, mode, high)`, for low ≤ mode ≤ high, low < high.
  @inline(__always) public mutating func triangular(low: Double, mode: Double, high: Double) -> Double {
    let width = high - low
    let rise = mode - low
    let u = nextUniform()
    return u <= rise / width
      ? low + (u * (rise * width)).squareRoot()
      : high - ((1 - u) * ((high - mode) * width)).squareRoot()
  }

  /// Fills the buffer with what as many calls of `triangular(low:mode:high:)` would draw.
  public mutating func fillTriangular(
    _ buffer: UnsafeMutableBufferPointer<Double>, low: Double, mode: Double, high: Double
  ) {
    fill(buffer) { $0.triangular(low: low, mode: mode, high: high) }
  }
}
