import ElementaryFunctions

extension PCG64 {
  /// A draw whose logarithm is normal, of this mean and standard deviation: NumPy's `lognormal(mean, stddev)`.
  @inline(__always) public mutating func lognormal(mean: Double, stddev: Double) -> Double {
    exp(mean + stddev * standardNormal())
  }

  /// Fills the buffer with what as many calls of `lognormal(mean:stddev:)` would draw.
  public mutating func fillLognormal(
    _ buffer: UnsafeMutableBufferPointer<Double>, mean: Double, stddev: Double
  ) {
    fillNormal(buffer, mean: mean, stddev: stddev)
    exp(UnsafeBufferPointer(buffer), into: buffer)
  }
}
