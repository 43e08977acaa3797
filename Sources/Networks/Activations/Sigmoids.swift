import ElementaryFunctions
import Vocabulary

/// Squeezes any number between 0 and 1.
struct Sigmoid: Activation {
  static let declaration = Declaration<any Activation>(
    "sigmoid", "Squeezes any number between 0 and 1; its derivative is at most 1/4.",
    documentation: Documentation(
      formula: "sigmoid(x) = 1 / (1 + e^(-x))",
      examples: [Example("sigmoid(0)", gives: "0.5")],
      seeAlso: ["tanh"])
  ) { Sigmoid() }

  var name: String { "sigmoid" }
  var python: PythonActivation { PythonActivation(keras: "\"sigmoid\"", torch: "nn.Sigmoid()") }
  var kinks: [Double] { [] }
  var derivativeFormula: String? { "sigmoid(x) × (1 - sigmoid(x))" }
  var bounds: ClosedRange<Double> { 0...1 }
  func value(_ z: Double) -> Double { sigmoid(z) }
  func values(of z: UnsafeBufferPointer<Double>, into y: UnsafeMutableBufferPointer<Double>) { sigmoid(z, into: y) }
  func derivative(at z: Double, value y: Double) -> Double { y * (1 - y) }
}

/// A sigmoid made of three straight lines.
struct HardSigmoid: Activation {
  static let declaration = Declaration<any Activation>(
    "hard_sigmoid", "A sigmoid made of three straight lines, from 0 at -3 to 1 at 3.",
    documentation: Documentation(
      formula: "hard_sigmoid(x) = x / 6 + 1 / 2, at least 0 and at most 1",
      source: "as in Keras 3 and PyTorch",
      examples: [Example("hard_sigmoid([-4, 0, 1])", gives: "[0, 0.5, 0.666667]")],
      seeAlso: ["sigmoid"])
  ) { HardSigmoid() }

  var name: String { "hard_sigmoid" }
  var python: PythonActivation { PythonActivation(keras: "\"hard_sigmoid\"", torch: "nn.Hardsigmoid()") }
  var kinks: [Double] { [-3, 3] }
  var derivativeFormula: String? { "if -3 < x and x < 3 then 1 / 6 else 0" }
  var bounds: ClosedRange<Double> { 0...1 }
  var canDie: Bool { true }
  func value(_ z: Double) -> Double { z.isNaN ? z : min(max(z / 6 + 0.5, 0), 1) }
  func derivative(at z: Double, value y: Double) -> Double { z > -3 && z < 3 ? 1.0 / 6 : 0 }
}

/// Squeezes any number between -1 and 1.
struct Tanh: Activation {
  static let declaration = Declaration<any Activation>(
    "tanh", "Squeezes any number between -1 and 1.",
    documentation: Documentation(
      formula: "tanh(x) = (e^x - e^(-x)) / (e^x + e^(-x))",
      examples: [Example("tanh(0.5)", gives: "0.462117")],
      seeAlso: ["sigmoid"])
  ) { Tanh() }

  var name: String { "tanh" }
  var python: PythonActivation { PythonActivation(keras: "\"tanh\"", torch: "nn.Tanh()") }
  var kinks: [Double] { [] }
  var derivativeFormula: String? { "1 - tanh(x)²" }
  var bounds: ClosedRange<Double> { -1...1 }
  func value(_ z: Double) -> Double { tanh(z) }
  func values(of z: UnsafeBufferPointer<Double>, into y: UnsafeMutableBufferPointer<Double>) { tanh(z, into: y) }
  func derivative(at z: Double, value y: Double) -> Double { 1 - y * y }
}

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
