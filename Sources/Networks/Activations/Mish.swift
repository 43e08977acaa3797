import ElementaryFunctions
import Vocabulary

/// A number times the tanh of its softplus.
struct Mish: Activation {
  static let declaration = Declaration<any Activation>(
    "mish", "A number times the tanh of its softplus.",
    documentation: Documentation(
      formula: "mish(x) = x × tanh(ln(1 + e^x))",
      source: "D. Misra, Mish, 2019",
      examples: [Example("mish([-1, 1])", gives: "[-0.303401, 0.865098]")],
      seeAlso: ["silu", "gelu"])
  ) { Mish() }

  var name: String { "mish" }
  var python: PythonActivation { PythonActivation(keras: "\"mish\"", torch: "nn.Mish()") }
  var kinks: [Double] { [] }
  var derivativeFormula: String? { "tanh(softplus(x)) + x × sigmoid(x) × (1 - tanh(softplus(x))²)" }
  func value(_ z: Double) -> Double { z < -700 ? z.exponential(times: z) : z * tanh(softplus(z)) }
  func derivative(at z: Double, value y: Double) -> Double {
    if z < -700 { return z.exponential(times: 1 + z) }
    if z == .infinity { return 1 }
    let gate = tanh(softplus(z))
    return gate + z * sigmoid(z) * (1 - gate * gate)
  }

  private func softplus(_ z: Double) -> Double { z > 0 ? z + log1p(exp(-z)) : log1p(exp(z)) }
}
