import ElementaryFunctions
import Vocabulary

/// A number times the share of a standard normal distribution below it.
struct GaussianErrorLinearUnit: Activation {
  static let declaration = Declaration<any Activation>(
    "gelu", "A number times the share of a standard normal distribution below it.",
    documentation: Documentation(
      formula: "gelu(x) = x × Φ(x) = x / 2 × erfc(-x / √2)",
      source: "D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016",
      examples: [Example("gelu([-1, 1])", gives: "[-0.158655, 0.841345]")],
      seeAlso: ["silu"])
  ) { GaussianErrorLinearUnit() }

  var name: String { "gelu" }
  var python: PythonActivation { PythonActivation(keras: "\"gelu\"", torch: "nn.GELU()") }
  var kinks: [Double] { [] }
  var derivativeFormula: String? { "erfc(-x / √2) / 2 + x × exp(-x² / 2) / √(2 × π)" }
  func value(_ z: Double) -> Double { z == -.infinity ? 0 : 0.5 * z * erfc(-z * 0.5.squareRoot()) }
  func derivative(at z: Double, value y: Double) -> Double {
    z.isInfinite
      ? (z > 0 ? 1 : 0)
      : 0.5 * erfc(-z * 0.5.squareRoot()) + z * exp(-0.5 * z * z) * 0.3989422804014326779399460599344
  }
}
