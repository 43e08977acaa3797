import ElementaryFunctions

/// The sum of several independent continuous numbers as a Fourier series over a stretch that holds all but 10⁻¹² of it.
///
/// The coefficients are values of the characteristic function, the product of those of the terms; these are closed
/// forms or means over the probabilities of a term.
struct Spectrum: Sendable {
  private let centre: Double
  private let start: Double
  private let length: Double
  private let coefficients: [Complex]
  /// What the series of the integral has at the start of the stretch.
  private let offset: Double

  /// nil where the series does not converge soon enough for 10⁻⁹.
  init?(of terms: [IndependentSum.Term]) {
    let mean = terms.reduce(0) { $0 + Double($1.count) * $1.distribution.mean }
    let variance = terms.reduce(0) { $0 + Double($1.count) * $1.distribution.variance }
    guard mean.isFinite, variance.isFinite, variance > 0 else { return nil }
    let deviation = variance.squareRoot()
    let (low, high) = Self.reach(of: terms, mean: mean, deviation: deviation)
    guard low.isFinite, high.isFinite else { return nil }
    let length = high - low
    // So narrow that the numbers between its ends are too few to tell probabilities.
    guard length > 1e-9 * max(low.magnitude, high.magnitude) else { return nil }
    centre = mean
    start = low - mean
    self.length = length
    let isClosed = terms.allSatisfy { $0.distribution is any ClosedCharacteristic }
    var count = 128
    while true {
      let step = 2 * .pi / length
      var product = [Complex](repeating: Complex(1, 0), count: count)
      for term in terms {
        let values = Self.characteristic(of: term.distribution, step: step, count: count)
        for index in 0..<count { product[index] = product[index] * values[index].power(term.count) }
      }
      // What is left out: as if the last coefficients went on for as many again.
      let rest = product[(count - count / 8)...].reduce(0) { max($0, $1.size) } * Double(count) / length
      if rest <= 1e-10 / max(deviation, 1e-300) {
        let last = product.lastIndex { $0.size > 1e-18 } ?? 0
        coefficients = Array(product[...last])
        break
      }
      count *= 2
      if count > (isClosed ? 65536 : 2048) { return nil }
    }
    var sum = 0.0
    for (index, coefficient) in coefficients.enumerated() {
      let frequency = Double(index + 1) * 2 * .pi / length
      sum += (coefficient * Complex(angle: -frequency * start)).imaginary / frequency
    }
    offset = sum
  }

  /// Beyond, less than 10⁻¹² is left: 9 standard deviations, or where one term alone may reach.
  private static func reach(
    of terms: [IndependentSum.Term], mean: Double, deviation: Double
  ) -> (Double, Double) {
    var (below, above) = (9 * deviation, 9 * deviation)
    for term in terms {
      let probability = 1e-13 / Double(term.count)
      below = max(below, term.distribution.mean - term.distribution.quantile(probability) + 5 * deviation)
      above = max(above, term.distribution.upperQuantile(probability) - term.distribution.mean + 5 * deviation)
    }
    let lower = terms.reduce(0) { $0 + Double($1.count) * $1.distribution.support.lowerBound }
    let upper = terms.reduce(0) { $0 + Double($1.count) * $1.distribution.support.upperBound }
    return (max(lower, mean - below), min(upper, mean + above))
  }

  /// The characteristic function of X - mean at the first so many multiples of a frequency.
  private static func characteristic(of distribution: any Distribution, step: Double, count: Int) -> [Complex] {
    if let closed = distribution as? any ClosedCharacteristic {
      return (1...count).map { index in
        let t = Double(index) * step
        return closed.characteristic(t) * Complex(angle: -t * distribution.mean)
      }
    }
    var values = [Complex](repeating: Complex(0, 0), count: count)
    let highest = Double(count) * step
    for node in QuantileNodes.nodes(of: distribution, highest: highest) {
      let turn = Complex(angle: step * (node.position - distribution.mean))
      var angle = turn
      for index in 0..<count {
        values[index].real += node.weight * angle.real
        values[index].imaginary += node.weight * angle.imaginary
        angle = angle * turn
      }
    }
    return values
  }

  func evaluate(_ x: Double, _ query: Convolution.Query) -> Double {
    let position = x - centre
    let isBefore = position <= start
    let isAfter = position >= start + length
    switch query {
    case .density:
      if isBefore || isAfter { return 0 }
      let turn = Complex(angle: -2 * .pi / length * position)
      var (angle, sum) = (turn, 0.5)
      for coefficient in coefficients {
        sum += (coefficient * angle).real
        angle = angle * turn
      }
      return max(0, 2 * sum / length)
    case .cumulative: return isBefore ? 0 : isAfter ? 1 : probability(position)
    case .survival: return isBefore ? 1 : isAfter ? 0 : max(0, 1 - probability(position))
    }
  }

  /// The series integrated from the start.
  private func probability(_ position: Double) -> Double {
    let unit = 2 * .pi / length
    let turn = Complex(angle: -unit * position)
    var (angle, sum) = (turn, 0.0)
    for (index, coefficient) in coefficients.enumerated() {
      sum += (coefficient * angle).imaginary / (unit * Double(index + 1))
      angle = angle * turn
    }
    return min(1, max(0, (position - start - 2 * (sum - offset)) / length))
  }
}

/// A distribution whose characteristic function E[e^(itX)] has a closed form.
protocol ClosedCharacteristic: Distribution {
  func characteristic(_ t: Double) -> Complex
}

extension Uniform: ClosedCharacteristic {
  func characteristic(_ t: Double) -> Complex {
    let half = t * (high - low) / 2
    return Complex(angle: t * mean).scaled(by: half == 0 ? 1 : sin(half) / half)
  }
}

extension Laplace: ClosedCharacteristic {
  func characteristic(_ t: Double) -> Complex {
    Complex(angle: t * location).scaled(by: 1 / (1 + scale * scale * t * t))
  }
}

extension Exponential: ClosedCharacteristic {
  func characteristic(_ t: Double) -> Complex {
    let ratio = t / rate
    return Complex(1 / (1 + ratio * ratio), ratio / (1 + ratio * ratio))
  }
}

extension Logistic: ClosedCharacteristic {
  func characteristic(_ t: Double) -> Complex {
    let argument = .pi * scale * t
    return Complex(angle: t * location).scaled(by: argument == 0 ? 1 : argument > 700 ? 0 : argument / sinh(argument))
  }
}

extension Normal: ClosedCharacteristic {
  func characteristic(_ t: Double) -> Complex {
    Complex(angle: t * mean).scaled(by: exp(-0.5 * variance * t * t))
  }
}
