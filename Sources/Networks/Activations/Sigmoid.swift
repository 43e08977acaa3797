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
