extension PCG64 {
  /// A draw from Student's t distribution: NumPy's `standard_t(df)`. The degrees of freedom must be greater than 0.
  public mutating func studentT(degreesOfFreedom: Double) -> Double {
    let sampler = GammaSampler(shape: degreesOfFreedom / 2)
    return Self.studentT((degreesOfFreedom / 2).squareRoot(), sampler, &self)
  }

  /// A draw from the standard Cauchy distribution, the quotient of two normal draws: NumPy's `standard_cauchy()`.
  public mutating func standardCauchy() -> Double {
    let numerator = standardNormal()
    return numerator / standardNormal()
  }

  /// Fills the buffer with what as many calls of `studentT(degreesOfFreedom:)` would draw.
  public mutating func fillStudentT(
    _ buffer: UnsafeMutableBufferPointer<Double>, degreesOfFreedom: Double
  ) {
    let sampler = GammaSampler(shape: degreesOfFreedom / 2)
    let root = (degreesOfFreedom / 2).squareRoot()
    fill(buffer) { Self.studentT(root, sampler, &$0) }
  }

  /// Fills the buffer with what as many calls of `standardCauchy()` would draw.
  public mutating func fillCauchy(_ buffer: UnsafeMutableBufferPointer<Double>) {
    fill(buffer) { $0.standardCauchy() }
  }

  @inline(__always)
  private static func studentT(
    _ root: Double, _ sampler: GammaSampler, _ generator: inout PCG64
  ) -> Double {
    let numerator = generator.standardNormal()
    return root * numerator / sampler.draw(using: &generator).squareRoot()
  }
}
