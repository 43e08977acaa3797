import ElementaryFunctions
import Vocabulary

/// A smooth relu.
struct Softplus: Activation {
  static let declaration = Declaration<any Activation>(
    "softplus", "A smooth relu; its derivative is the sigmoid.",
    documentation: Documentation(
      formula: "softplus(x) = ln(1 + e^x)",
      source: "C. Dugas and others, Incorporating second-order functional knowledge, 2001",
      examples: [Example("softplus([-1, 1])", gives: "[0.313262, 1.31326]")],
      seeAlso: ["relu", "sigmoid"])
  ) { Softplus() }

  var name: String { "softplus" }
  var python: PythonActivation { PythonActivation(keras: "\"softplus\"", torch: "nn.Softplus()") }
  var kinks: [Double] { [] }
  var derivativeFormula: String? { "sigmoid(x)" }
  var bounds: ClosedRange<Double> { 0 ... .infinity }
  func value(_ z: Double) -> Double { z > 0 ? z + log1p(exp(-z)) : log1p(exp(z)) }
  func derivative(at z: Double, value y: Double) -> Double { sigmoid(z) }
}
