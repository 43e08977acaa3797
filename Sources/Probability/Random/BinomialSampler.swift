/// Draws from the binomial distribution as NumPy's `binomial` does.
struct BinomialSampler {
  private enum Method {
    case none
    case inversion(BinomialInversion)
    case rejection(BinomialRejection)
  }

  private let method: Method
  private let trials: Double
  /// Whether failures are drawn and counted off the trials.
  private let isReflected: Bool

  /// There may be from 0 to 2⁵³ trials, of a probability from 0 to 1.
  @inline(__always) init(trials: Int, probability: Double) {
    precondition(
      trials >= 0 && trials <= 1 << 53 && probability >= 0 && probability <= 1,
      "there is no binomial sampler of \(trials) trials of probability \(probability)")
    self.trials = Double(trials)
    isReflected = probability > 0.5
    let rarer = isReflected ? 1 - probability : probability
    if trials == 0 || probability == 0 {
      method = .none
    } else if rarer * self.trials <= 30 {
      method = .inversion(BinomialInversion(self.trials, rarer))
    } else {
      method = .rejection(BinomialRejection(self.trials, rarer))
    }
  }

  @inline(__always) func draw(using generator: inout PCG64) -> Double {
    switch method {
    case .none: 0
    case .inversion(let inversion): reflect(inversion.draw(using: &generator))
    case .rejection(let rejection): reflect(rejection.draw(using: &generator))
    }
  }

  /// Fills the buffer with what as many calls of `draw` would give.
  func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    switch method {
    case .none: buffer.update(repeating: 0)
    case .inversion(let inversion):
      inversion.masses.withUnsafeBufferPointer { masses in
        generator.fill(buffer) { reflect(inversion.draw(masses, using: &$0)) }
      }
    case .rejection(let rejection):
      // Fewer draws than that would not make up for the masses.
      let masses = buffer.count > 32 ? rejection.massesNearMode : []
      masses.withUnsafeBufferPointer { masses in
        generator.fillByTrials(buffer) { rejection.fill($1, near: masses, using: &$0) }
      }
      for index in buffer.indices { buffer[index] = reflect(buffer[index]) }
    }
  }

  @inline(__always) private func reflect(_ count: Double) -> Double {
    isReflected ? trials - count : count
  }
}
