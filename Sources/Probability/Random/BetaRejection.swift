import ElementaryFunctions

/// Draws from the beta distribution of parameters up to 1: powers of two uniform draws, whose sum must be at most 1
/// (Jöhnk 1964).
struct BetaRejection {
  private let a: Double
  private let b: Double
  private let first: FixedPower
  private let second: FixedPower

  @inline(__always) init(_ a: Double, _ b: Double) {
    self.a = a
    self.b = b
    first = FixedPower(1 / a)
    second = FixedPower(1 / b)
  }

  @inline(__always) func draw(using generator: inout PCG64) -> Double {
    while true {
      let u = generator.nextUniform()
      let v = generator.nextUniform()
      let x = first(u)
      let y = second(v)
      if isAccepted(u, v, x, y) { return ratio(u, v, x, y) }
    }
  }

  /// As many trials as the buffer holds; what they accept comes first, and its count is returned.
  func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) -> Int {
    let count = buffer.count
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 4 * count) { scratch in
      let u = UnsafeMutableBufferPointer(rebasing: scratch[..<count])
      let v = UnsafeMutableBufferPointer(rebasing: scratch[count..<2 * count])
      let x = UnsafeMutableBufferPointer(rebasing: scratch[(2 * count)..<(3 * count)])
      let y = UnsafeMutableBufferPointer(rebasing: scratch[(3 * count)...])
      generator.fillUniformPairs(u, v)
      first(UnsafeBufferPointer(u), into: x)
      second(UnsafeBufferPointer(v), into: y)
      var accepted = 0
      for index in 0..<count {
        buffer[accepted] = ratio(u[index], v[index], x[index], y[index])
        accepted += isAccepted(u[index], v[index], x[index], y[index]) ? 1 : 0
      }
      return accepted
    }
  }

  @inline(__always) private func isAccepted(_ u: Double, _ v: Double, _ x: Double, _ y: Double) -> Bool {
    x + y <= 1 && u + v > 0
  }

  @inline(__always) private func ratio(_ u: Double, _ v: Double, _ x: Double, _ y: Double) -> Double {
    x > 0 && y > 0 ? x / (x + y) : shareByLogarithms(u, v)
  }

  /// The ratio where a power has underflowed.
  ///
  /// The logarithms are large, and a place of theirs is many of the result's.
  @inline(never) private func shareByLogarithms(_ u: Double, _ v: Double) -> Double {
    let difference = nearestLog(u) / a - nearestLog(v) / b
    return difference > 0
      ? exp(-log1p(exp(-difference))) : exp(difference - log1p(exp(difference)))
  }
}
