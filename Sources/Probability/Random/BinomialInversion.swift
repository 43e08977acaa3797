import ElementaryFunctions

/// Draws from the binomial distribution by going through the masses from 0 on, for an expected value of at most 30.
struct BinomialInversion {
  private let trials: Double
  private let probability: Double
  private let first: Double
  /// A search that comes past this count begins anew.
  private let bound: Double

  @inline(__always) init(_ trials: Double, _ probability: Double) {
    self.trials = trials
    self.probability = probability
    let mean = trials * probability
    first = exp(trials * log1p(-probability))
    bound = min(trials, mean + 10 * (mean * (1 - probability) + 1).squareRoot()).floor
  }

  /// The probability of a count, from that of the count before it.
  @inline(__always) private func mass(_ count: Double, after previous: Double) -> Double {
    ((trials - count + 1) * probability * previous) / (count * (1 - probability))
  }

  func draw(using generator: inout PCG64) -> Double {
    while true {
      var rest = generator.nextUniform()
      var mass = first
      var count = 0.0
      while rest > mass, count < bound {
        count += 1
        rest -= mass
        mass = self.mass(count, after: mass)
      }
      if rest <= mass { return count }
    }
  }

  /// The probabilities of the counts from 0 to the bound.
  var masses: [Double] {
    var masses = [first]
    for count in 0..<Int(bound) { masses.append(mass(Double(count + 1), after: masses[count])) }
    return masses
  }

  /// The same draw where the masses are at hand.
  @inline(__always)
  func draw(_ masses: UnsafeBufferPointer<Double>, using generator: inout PCG64) -> Double {
    while true {
      var rest = generator.nextUniform()
      for count in masses.indices {
        if rest <= masses[count] { return Double(count) }
        rest -= masses[count]
      }
    }
  }
}
