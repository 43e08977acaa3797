import ElementaryFunctions

extension PCG64 {
  /// A draw from the beta distribution: NumPy's `beta(a, b)`. Both must be greater than 0.
  public mutating func beta(_ a: Double, _ b: Double) -> Double {
    BetaSampler(a, b).draw(using: &self)
  }

  /// Fills the buffer with what as many calls of `beta(a, b)` would draw.
  public mutating func fillBeta(_ buffer: UnsafeMutableBufferPointer<Double>, _ a: Double, _ b: Double) {
    BetaSampler(a, b).fill(buffer, using: &self)
  }
}

/// Draws from the beta distribution as NumPy's `beta` does.
enum BetaSampler {
  /// Both parameters so small that each draw is 0 or 1, 1 with a probability of `a / (a + b)`.
  case tiny(a: Double, b: Double)
  case powers(BetaRejection)
  /// The fraction of one gamma draw in the sum of two.
  case gammas(GammaSampler, GammaSampler)

  /// Both parameters must be greater than 0.
  @inline(__always) init(_ a: Double, _ b: Double) {
    precondition(a > 0 && b > 0, "there is no beta distribution of parameters \(a) and \(b)")
    if a < 3e-103, b < 3e-103 {
      self = .tiny(a: a, b: b)
    } else if a <= 1, b <= 1 {
      self = .powers(BetaRejection(a, b))
    } else {
      self = .gammas(GammaSampler(shape: a), GammaSampler(shape: b))
    }
  }

  @inline(__always) func draw(using generator: inout PCG64) -> Double {
    switch self {
    case .tiny(let a, let b):
      return (a + b) * generator.nextUniform() < a ? 1 : 0
    case .powers(let rejection):
      return rejection.draw(using: &generator)
    case .gammas(let first, let second):
      let x = first.draw(using: &generator)
      let y = second.draw(using: &generator)
      return x / (x + y)
    }
  }

  /// Fills the buffer with what as many calls of `draw` would give.
  func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    switch self {
    case .tiny: generator.fill(buffer) { draw(using: &$0) }
    case .powers(let rejection): generator.fillByTrials(buffer) { rejection.fill($1, using: &$0) }
    case .gammas(let first, let second):
      generator.fillByTrials(buffer) { Self.fill($1, first, second, using: &$0) }
    }
  }

  private static func fill(
    _ buffer: UnsafeMutableBufferPointer<Double>, _ first: GammaSampler, _ second: GammaSampler,
    using generator: inout PCG64
  ) -> Int {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: buffer.count) { others in
      var local = generator
      for index in buffer.indices {
        buffer[index] = first.begin(using: &local)
        others[index] = second.begin(using: &local)
      }
      generator = local
      first.finish(buffer)
      second.finish(others)
      for index in buffer.indices { buffer[index] = buffer[index] / (buffer[index] + others[index]) }
      return buffer.count
    }
  }
}

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
