import ElementaryFunctions

/// Draws from the gamma distribution of a shape below 1, by rejection from a power and an exponential density
/// (Ahrens and Dieter 1974).
struct GammaRejection {
  private let shape: Double
  private let power: FixedPower

  @inline(__always) init(shape: Double) {
    self.shape = shape
    power = FixedPower(1 / shape)
  }

  @inline(__always) func draw(using generator: inout PCG64) -> Double {
    while true {
      let u = generator.nextUniform()
      let v = generator.standardExponential()
      let y = u <= 1 - shape ? 0 : -log((1 - u) / shape)
      let x = power(base(u, y))
      if x <= limit(u, v, y) { return x }
    }
  }

  /// As many trials as there are places; what they accept comes first, and its count is returned.
  func fill(_ places: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) -> Int {
    let count = places.count
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 4 * count) { scratch in
      let u = UnsafeMutableBufferPointer(rebasing: scratch[..<count])
      let v = UnsafeMutableBufferPointer(rebasing: scratch[count..<2 * count])
      let y = UnsafeMutableBufferPointer(rebasing: scratch[(2 * count)..<(3 * count)])
      let x = UnsafeMutableBufferPointer(rebasing: scratch[(3 * count)...])
      generator.fillPairs(u, v)
      for index in 0..<count { y[index] = (1 - u[index]) / shape }
      log(UnsafeBufferPointer(y), into: y)
      for index in 0..<count { x[index] = base(u[index], -y[index]) }
      power(UnsafeBufferPointer(x), into: x)
      var accepted = 0
      for index in 0..<count {
        places[accepted] = x[index]
        accepted += x[index] <= limit(u[index], v[index], -y[index]) ? 1 : 0
      }
      return accepted
    }
  }

  /// What is raised to the power of 1 / shape; `y` counts only where `u` is large.
  @inline(__always) private func base(_ u: Double, _ y: Double) -> Double {
    u <= 1 - shape ? u : 1 - shape + shape * y
  }

  @inline(__always) private func limit(_ u: Double, _ v: Double, _ y: Double) -> Double {
    u <= 1 - shape ? v : v + y
  }
}

extension PCG64 {
  /// Fills two buffers of one length with uniform and exponential draws in turn.
  fileprivate mutating func fillPairs(
    _ uniforms: UnsafeMutableBufferPointer<Double>, _ exponentials: UnsafeMutableBufferPointer<Double>
  ) {
    var generator = self
    for index in uniforms.indices {
      uniforms[index] = generator.nextUniform()
      exponentials[index] = generator.standardExponential()
    }
    self = generator
  }
}
