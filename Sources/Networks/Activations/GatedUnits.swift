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
