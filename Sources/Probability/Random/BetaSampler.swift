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
