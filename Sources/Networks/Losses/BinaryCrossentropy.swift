import ElementaryFunctions
import Vocabulary

/// How surprised a predicted probability is by the class that came.
struct BinaryCrossentropy: Loss {
  static let declaration = Declaration<any Loss>(
    "binary_crossentropy", "How surprised a predicted probability is by the class that came.",
    documentation: Documentation(
      formula: "-mean(target × ln p + (1 - target) × ln(1 - p))",
      notes: "As in Keras, p is kept at least 10⁻⁷ away from 0 and 1, where the derivative is then 0.",
      examples: [Example("binary_crossentropy", gives: "binary_crossentropy")],
      seeAlso: ["mse"],
      aliases: [
        ForeignName("BCELoss", write: "binary_crossentropy"), ForeignName("bce", write: "binary_crossentropy"),
        ForeignName("log_loss", write: "binary_crossentropy"),
      ])
  ) { BinaryCrossentropy() }

  /// Keras's `epsilon`.
  private static let margin = 1e-7

  var name: String { "binary_crossentropy" }
  var python: PythonLoss {
    PythonLoss(
      keras: "keras.losses.BinaryCrossentropy()",
      torch: "nn.functional.binary_cross_entropy(p.clamp(1e-7, 1 - 1e-7), y)")
  }
  var hasKink: Bool { false }
  var wantedOutputs: WantedOutputs { .probabilities }
  var wantedTargets: String? { "targets from 0 to 1" }
  func accepts(target: Double) -> Bool { (0...1).contains(target) }

  func value(_ prediction: Double, _ target: Double) -> Double {
    let p = clipped(prediction)
    return -(target * log(p) + (1 - target) * log1p(-p))
  }

  func derivative(_ prediction: Double, _ target: Double) -> Double {
    let p = clipped(prediction)
    return p == prediction ? (p - target) / (p * (1 - p)) : prediction.isNaN ? prediction : 0
  }

  private func clipped(_ p: Double) -> Double { p.isNaN ? p : min(max(p, Self.margin), 1 - Self.margin) }
}
