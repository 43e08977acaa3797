import ElementaryFunctions
import Vocabulary

/// How far predicted shares are from the right ones, in nats.
struct KullbackLeiblerDivergence: Loss {
  static let declaration = Declaration<any Loss>(
    "kl_divergence", "How many nats predicted shares waste against the right ones.",
    documentation: Documentation(
      formula: "mean over points of sum(target × ln(target / p))",
      source: "S. Kullback, R. Leibler, On information and sufficiency, 1951",
      notes: "As in Keras, both are kept from 10⁻⁷ to 1.",
      examples: [Example("kl_divergence", gives: "kl_divergence")],
      seeAlso: ["categorical_crossentropy", "softmax"])
  ) { KullbackLeiblerDivergence() }

  private static let margin = 1e-7

  var name: String { "kl_divergence" }
  var python: PythonLoss {
    PythonLoss(
      keras: "keras.losses.KLDivergence()",
      torch: "(y.clamp(1e-7, 1) * torch.log(y.clamp(1e-7, 1) / p.clamp(1e-7, 1))).sum(1).mean()")
  }
  var hasKink: Bool { false }
  var wantedOutputs: WantedOutputs { .shares }
  var wantedTargets: String? { "targets from 0 to 1" }
  func accepts(target: Double) -> Bool { (0...1).contains(target) }
  var isSummed: Bool { true }

  func value(_ prediction: Double, _ target: Double) -> Double {
    clipped(target) * log(clipped(target) / clipped(prediction))
  }
  func derivative(_ prediction: Double, _ target: Double) -> Double {
    clipped(prediction) == prediction ? -clipped(target) / prediction : prediction.isNaN ? prediction : 0
  }

  private func clipped(_ p: Double) -> Double { p.isNaN ? p : min(max(p, Self.margin), 1) }
}
