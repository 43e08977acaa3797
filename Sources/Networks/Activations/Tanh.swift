import ElementaryFunctions
import Vocabulary

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
