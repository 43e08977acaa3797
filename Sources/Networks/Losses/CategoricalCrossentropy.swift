import ElementaryFunctions
import Vocabulary

/// How surprised predicted shares are by the class that came.
struct CategoricalCrossentropy: Loss {
  static let declaration = Declaration<any Loss>(
    "categorical_crossentropy", "How surprised predicted shares of several classes are by the class that came.",
    documentation: Documentation(
      formula: "-mean over points of sum(target × ln p)",
      notes:
        "It belongs behind softmax, with which its derivative is p - target. A target is 1 for its class and 0 for the "
        + "others; classes given by their numbers are turned into that. The logarithm's argument is kept at least 10⁻⁷ "
        + "from 0 and 1, as in Keras.",
      examples: [Example("categorical_crossentropy", gives: "categorical_crossentropy")],
      seeAlso: ["softmax", "binary_crossentropy", "kl_divergence"],
      aliases: [
        ForeignName("CrossEntropyLoss", instead: "behind softmax", write: "categorical_crossentropy"),
        ForeignName("cross_entropy", write: "categorical_crossentropy"),
        ForeignName("crossentropy", write: "categorical_crossentropy"),
        ForeignName("nll", instead: "behind softmax", write: "categorical_crossentropy"),
        ForeignName(
          "sparse_categorical_crossentropy", instead: "classes may be numbers or one_hot",
          write: "categorical_crossentropy"),
      ])
  ) { CategoricalCrossentropy() }

  private static let margin = 1e-7

  var name: String { "categorical_crossentropy" }
  var python: PythonLoss {
    PythonLoss(
      keras: "keras.losses.CategoricalCrossentropy()",
      torch: "-(y * torch.log(p.clamp(1e-7, 1 - 1e-7))).sum(1).mean()")
  }
  var hasKink: Bool { false }
  var wantedOutputs: WantedOutputs { .shares }
  var wantedTargets: String? { "targets from 0 to 1" }
  func accepts(target: Double) -> Bool { (0...1).contains(target) }
  var isSummed: Bool { true }

  func value(_ prediction: Double, _ target: Double) -> Double {
    if target == 0 { return prediction.isNaN ? prediction : 0 }
    return -target * log(clipped(prediction))
  }
  func derivative(_ prediction: Double, _ target: Double) -> Double {
    clipped(prediction) == prediction ? -target / prediction : prediction.isNaN ? prediction : 0
  }

  func isFused(with activation: any Activation) -> Bool { activation is Softmax }

  func writeFusedDeltas(_ buffers: LayerBuffers, units: Int, targets: UnsafePointer<Double>, share: Double) {
    let pitch = buffers.pitch
    for point in 0..<buffers.points {
      var whole = 0.0
      for unit in 0..<units { whole += targets[unit * pitch + point] }
      for unit in 0..<units {
        let index = unit * pitch + point
        buffers.deltas[index] = share * (buffers.output[index] * whole - targets[index])
      }
    }
  }

  private func clipped(_ p: Double) -> Double { p.isNaN ? p : min(max(p, Self.margin), 1 - Self.margin) }
}
