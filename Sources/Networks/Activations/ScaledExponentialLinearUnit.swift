import ElementaryFunctions
import Vocabulary

/// The exponential linear unit, scaled so that layers keep mean 0 and variance 1.
struct ScaledExponentialLinearUnit: Activation {
  static let declaration = Declaration<any Activation>(
    "selu", "An elu scaled so that layers drawn with lecun_normal keep mean 0 and variance 1.",
    documentation: Documentation(
      formula: "selu(x) = λ × x if x > 0, else λ × α × (e^x - 1), with λ = 1.0507… and α = 1.67326…",
      source: "G. Klambauer and others, Self-normalizing neural networks, 2017",
      examples: [Example("selu([-1, 1])", gives: "[-1.11133, 1.0507]")],
      seeAlso: ["elu"])
  ) { ScaledExponentialLinearUnit() }

  static let scale = 1.0507009873554804934193349852946
  static let alpha = 1.6732632423543772848170429916717

  var name: String { "selu" }
  var python: PythonActivation { PythonActivation(keras: "\"selu\"", torch: "nn.SELU()") }
  var kinks: [Double] { [0] }
  var derivativeFormula: String? { "1.0507009873554805 × (if x > 0 then 1 else 1.6732632423543772 × exp(x))" }
  var bounds: ClosedRange<Double> { -Self.scale * Self.alpha ... .infinity }
  func value(_ z: Double) -> Double { z > 0 ? Self.scale * z : Self.scale * Self.alpha * expm1(z) }
  func derivative(at z: Double, value y: Double) -> Double { z > 0 ? Self.scale : Self.scale * Self.alpha * exp(z) }
}
