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
  var python: PythonActivation { PythonActivation(keras: "\"silu\"", torch: "nn.SiLU()") }
  var kinks: [Double] { [] }
  var derivativeFormula: String? { "sigmoid(x) × (1 + x × (1 - sigmoid(x)))" }
  func value(_ z: Double) -> Double { z < -700 ? z.exponential(times: z) : z * sigmoid(z) }
  func derivative(at z: Double, value y: Double) -> Double {
    z < -700 ? z.exponential(times: 1 + z) : z == .infinity ? 1 : sigmoid(z) * (1 + z * sigmoid(-z))
  }
}
