import Networks
import Vocabulary

/// The mean of the fourth powers of the differences.
struct QuarticError: Loss {
  static let declaration = Declaration<any Loss>(
    "quartic", "The mean of the fourth powers of the differences: large errors count for nearly all.",
    documentation: Documentation(
      formula: "quartic = mean((prediction - target)⁴)",
      examples: [Example("quartic", gives: "quartic")], seeAlso: ["mse"])
  ) { QuarticError() }

  var name: String { "quartic" }
  var python: PythonLoss {
    PythonLoss(
      keras: "lambda y, p: keras.ops.mean((p - y) ** 4, axis=-1)", torch: "((p - y) ** 4).mean()")
  }
  var hasKink: Bool { false }
  var wantedOutputs: WantedOutputs { .anyNumber }
  var formula: String? { "mean((prediction - target)⁴)" }
  func value(_ prediction: Double, _ target: Double) -> Double {
    let square = (prediction - target) * (prediction - target)
    return square * square
  }
  func derivative(_ prediction: Double, _ target: Double) -> Double {
    let error = prediction - target
    return 4 * error * error * error
  }
}
