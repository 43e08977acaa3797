import ElementaryFunctions
import Probability
import Vocabulary

/// Where a point on a circle lies along the diameter.
struct Arcsine: Distribution {
  static let declaration = Declaration<any Distribution>(
    "arcsine", "Where a point on a circle lies along the diameter, from 0 to 1.",
    documentation: Documentation(
      formula: "cdf(x) = 2 / π × asin(√x)",
      examples: [Example("mean(arcsine)", gives: "0.5")], seeAlso: ["uniform", "beta"])
  ) { Arcsine() }

  var name: String { "arcsine" }
  var properties: [Property] { [] }
  var display: Display { "arcsine()" }
  var mean: Double { 0.5 }
  var variance: Double { 0.125 }
  var skewness: Double { 0 }
  var kurtosis: Double { -1.5 }
  var centreOfSymmetry: Double? { 0.5 }
  var entropy: Double? { log(.pi / 4) }
  var support: ClosedRange<Double> { 0...1 }

  func density(_ x: Double) -> Double {
    x.isNaN ? x : support.contains(x) ? 1 / (.pi * (x * (1 - x)).squareRoot()) : 0
  }
  func cumulative(_ x: Double) -> Double {
    x.isNaN ? x : x <= 0 ? 0 : x >= 1 ? 1 : 2 / .pi * asin(x.squareRoot())
  }
  func survival(_ x: Double) -> Double { x.isNaN ? x : x <= 0 ? 1 : x >= 1 ? 0 : 2 / .pi * asin((1 - x).squareRoot()) }
  func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    let half = sin(.pi / 2 * p)
    return half * half
  }
  func sample(using generator: inout PCG64) -> Double { quantile(generator.nextUniform()) }
  func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    for index in buffer.indices { buffer[index] = sample(using: &generator) }
  }
}
