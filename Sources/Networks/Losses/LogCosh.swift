import ElementaryFunctions
import Vocabulary

/// The logarithm of the hyperbolic cosine of the differences.
struct LogCosh: Loss {
  static let declaration = Declaration<any Loss>(
    "log_cosh", "Nearly half the squared difference where that is small, nearly straight where it is large.",
    documentation: Documentation(
      formula: "mean(ln(cosh(prediction - target)))",
      examples: [Example("log_cosh", gives: "log_cosh")],
      seeAlso: ["huber"])
  ) { LogCosh() }

  var name: String { "log_cosh" }
  var python: PythonLoss {
    PythonLoss(
      keras: "keras.losses.LogCosh()",
      torch: "torch.log(torch.cosh(p - y)).mean()")
  }
  var hasKink: Bool { false }
  var wantedOutputs: WantedOutputs { .anyNumber }
  func value(_ prediction: Double, _ target: Double) -> Double {
    let size = (prediction - target).magnitude
    // ln cosh e = e - ln 2 + ln(1 + e⁻²ᵉ); near 0 that would lose digits.
    if size < 0.25 {
      let half = sinh(0.5 * size)
      return log1p(2 * half * half)
    }
    return size + log1p(exp(-2 * size)) - 0.69314718055994530942
  }
  func derivative(_ prediction: Double, _ target: Double) -> Double { tanh(prediction - target) }
}
