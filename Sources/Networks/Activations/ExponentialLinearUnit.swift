import ElementaryFunctions
import Vocabulary

/// Passes what is positive and bends the rest towards -1.
struct ExponentialLinearUnit: Activation {
  static let declaration = Declaration<any Activation>(
    "elu", "Passes what is positive and bends the rest towards -1.",
    documentation: Documentation(
      formula: "elu(x) = x if x > 0, else e^x - 1",
      source: "D.-A. Clevert, T. Unterthiner, S. Hochreiter, Exponential linear units, 2016",
      examples: [Example("elu([-1, 2])", gives: "[-0.632121, 2]")],
      seeAlso: ["selu", "relu"])
  ) { ExponentialLinearUnit() }

  var name: String { "elu" }
  var python: PythonActivation { PythonActivation(keras: "\"elu\"", torch: "nn.ELU()") }
  var kinks: [Double] { [] }
  var derivativeFormula: String? { "if x > 0 then 1 else exp(x)" }
  var bounds: ClosedRange<Double> { -1 ... .infinity }
  func value(_ z: Double) -> Double { z > 0 ? z : expm1(z) }
  func derivative(at z: Double, value y: Double) -> Double { z > 0 ? 1 : exp(z) }
}
