import Vocabulary

/// Squeezes any number between -1 and 1, slowly.
struct Softsign: Activation {
  static let declaration = Declaration<any Activation>(
    "softsign", "Squeezes any number between -1 and 1, more slowly than tanh.",
    documentation: Documentation(
      formula: "softsign(x) = x / (1 + |x|)",
      source: "J. Bergstra and others, Quadratic polynomials learn better image features, 2009",
      examples: [Example("softsign([-1, 3])", gives: "[-0.5, 0.75]")],
      seeAlso: ["tanh"])
  ) { Softsign() }

  var name: String { "softsign" }
  var python: PythonActivation { PythonActivation(keras: "\"softsign\"", torch: "nn.Softsign()") }
  var kinks: [Double] { [] }
  var derivativeFormula: String? { "1 / (1 + abs(x))²" }
  var bounds: ClosedRange<Double> { -1...1 }
  func value(_ z: Double) -> Double {
    z.isInfinite ? (z > 0 ? 1 : -1) : z / (1 + z.magnitude)
  }
  func derivative(at z: Double, value y: Double) -> Double {
    let divisor = 1 + z.magnitude
    return 1 / (divisor * divisor)
  }
}
