import ElementaryFunctions
import Vocabulary

/// A number times its sigmoid.
struct SigmoidLinearUnit: Activation {
  static let declaration = Declaration<any Activation>(
    "silu", "A number times its sigmoid, also called swish.",
    documentation: Documentation(
      formula: "silu(x) = x × sigmoid(x)",
      source: "S. Elfwing, E. Uchibe, K. Doya, Sigmoid-weighted linear units, 2018",
      examples: [Example("silu([-1, 1])", gives: "[-0.268941, 0.731059]")],
      seeAlso: ["gelu", "sigmoid"],
      aliases: ["swish"])
  ) { SigmoidLinearUnit() }

  var name: String { "silu" }
  var derivative: String? { "sigmoid(x) × (1 + x × (1 - sigmoid(x)))" }
  func value(_ z: Double) -> Double { z == -.infinity ? 0 : z * sigmoid(z) }
  func slope(_ z: Double, _ y: Double) -> Double {
    z.isInfinite ? (z > 0 ? 1 : 0) : sigmoid(z) * (1 + z * sigmoid(-z))
  }
}
