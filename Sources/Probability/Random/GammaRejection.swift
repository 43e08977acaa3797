import ElementaryFunctions

/// Draws from the gamma distribution of a shape below 1, by rejection from a power and an exponential density
/// (Ahrens and Dieter 1974).
struct GammaRejection {
  private let shape: Double
  private let inverse: Double
  private let power: FixedPower

  @inline(__always) init(shape: Double) {
    self.shape = shape
    inverse = 1 / shape
    power = FixedPower(inverse)
  }

  @inline(__always) func draw(using generator: inout PCG64) -> Double {
    let u = drawUniform(using: &generator)
    return power(base(u, u <= 1 - shape ? 0 : -log((1 - u) / shape)))
  }

  /// The uniform number of the first trial that is accepted: what the draw is a function of.
  @inline(__always) func drawUniform(using generator: inout PCG64) -> Double {
    while true {
      let u = generator.nextUniform()
      let v = generator.standardExponential()
      // A power above the fourth is less than the fourth, by a margin far larger than all rounding.
      if shape < 0.25, u <= 1 - shape, v > 1.000001 * (u * u) * (u * u) { return u }
      let lead = estimatedLead(u, v)
      if lead.value.magnitude > lead.margin ? lead.value > 0 : accepts(u, v) { return u }
    }
  }

  /// Puts the draws that uniform numbers lead to at their indices.
  func finish(_ uniforms: UnsafeMutableBufferPointer<Double>) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: uniforms.count) { logarithms in
      for index in uniforms.indices { logarithms[index] = (1 - uniforms[index]) / shape }
      log(UnsafeBufferPointer(logarithms), into: logarithms)
      for index in uniforms.indices { uniforms[index] = base(uniforms[index], -logarithms[index]) }
      power(UnsafeBufferPointer(uniforms), into: uniforms)
    }
  }

  /// By how much the limit exceeds the draw, nearly, and how far off that may be; nan where there is no telling.
  @inline(__always) private func estimatedLead(_ u: Double, _ v: Double) -> (value: Double, margin: Double) {
    let isLow = u <= 1 - shape
    let y = isLow ? 0 : -estimatedLog((1 - u) * inverse)
    let base = base(u, y)
    let least = isLow ? 0 : 1e-3
    let power = estimatedLog(base) * inverse
    // What is left of 1 - shape by a negative estimate of y may be nothing.
    guard power.magnitude < 600, base > least else { return (.nan, 0) }
    let x = estimatedExp(power)
    return (v + y - x, 1e-6 * (1 + x) * inverse)
  }

  @inline(never) private func accepts(_ u: Double, _ v: Double) -> Bool {
    let y = u <= 1 - shape ? 0 : -log((1 - u) / shape)
    return power(base(u, y)) <= limit(u, v, y)
  }

  /// As many trials as the buffer holds; what they accept comes first, and its count is returned.
  func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) -> Int {
    let count = buffer.count
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
        buffer[accepted] = x[index]
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
