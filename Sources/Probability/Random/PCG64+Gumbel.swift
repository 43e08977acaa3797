import ElementaryFunctions

extension PCG64 {
  /// A draw from the Gumbel distribution of the largest value: NumPy's `gumbel(location, scale)`.
  @inline(__always) public mutating func gumbel(location: Double, scale: Double) -> Double {
    while true {
      let u = 1 - nextUniform()
      if u < 1 { return location - scale * log(-log(u)) }
    }
  }

  /// Fills the buffer with what as many calls of `gumbel(location:scale:)` would draw.
  public mutating func fillGumbel(
    _ buffer: UnsafeMutableBufferPointer<Double>, location: Double, scale: Double
  ) {
    // -log(1 - u) once for each element, and their logarithms.
    fillByLogarithms(buffer, of: { 1 - $0 }) { _, logarithm in -logarithm }
    log(UnsafeBufferPointer(buffer), into: buffer)
    for index in buffer.indices { buffer[index] = location - scale * buffer[index] }
  }
}
