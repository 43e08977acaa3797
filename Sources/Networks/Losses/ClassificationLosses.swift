import ElementaryFunctions
import Vocabulary

/// How surprised a predicted probability is by the class that came.
struct BinaryCrossentropy: Loss {
  static let declaration = Declaration<any Loss>(
    "binary_crossentropy", "How surprised a predicted probability is by the class that came.",
    documentation: Documentation(
      formula: "-mean(target × ln p + (1 - target) × ln(1 - p))",
      notes: "As in Keras, p is kept at least 10⁻⁷ away from 0 and 1, where the derivative is then 0.",
      examples: [Example("binary_crossentropy([0.9, 0.2], [1, 0])", gives: "0.164252")],
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

  var formula: String? {
    let p = "clip(prediction, 1e-7, 1 - 1e-7)"
    return "-mean(target × log(\(p)) + (1 - target) × log1p(-\(p)))"
  }
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
      examples: [Example("categorical_crossentropy([0.7, 0.2, 0.1], [1, 0, 0])", gives: "0.356675")],
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

  var formula: String? { "-sum(target × log(clip(prediction, 1e-7, 1 - 1e-7))) \(Self.perPoint)" }
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

/// How far predicted shares are from the right ones, in nats.
struct KullbackLeiblerDivergence: Loss {
  static let declaration = Declaration<any Loss>(
    "kl_divergence", "How many nats predicted shares waste against the right ones.",
    documentation: Documentation(
      formula: "mean over points of sum(target × ln(target / p))",
      source: "S. Kullback, R. Leibler, On information and sufficiency, 1951",
      notes: "As in Keras, both are kept from 10⁻⁷ to 1.",
      examples: [Example("kl_divergence([0.7, 0.3], [0.5, 0.5])", gives: "0.0871767")],
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

  var formula: String? {
    let t = "clip(target, 1e-7, 1)"
    return "sum(\(t) × log(\(t) / clip(prediction, 1e-7, 1))) \(Self.perPoint)"
  }
  func value(_ prediction: Double, _ target: Double) -> Double {
    clipped(target) * log(clipped(target) / clipped(prediction))
  }
  func derivative(_ prediction: Double, _ target: Double) -> Double {
    clipped(prediction) == prediction ? -clipped(target) / prediction : prediction.isNaN ? prediction : 0
  }

  private func clipped(_ p: Double) -> Double { p.isNaN ? p : min(max(p, Self.margin), 1) }
}

/// How far a prediction is from the right side, with a margin.
struct Hinge: Loss {
  static let declaration = Declaration<any Loss>(
    "hinge", "How much a prediction lacks to be on its class's side by 1.",
    documentation: Documentation(
      formula: "mean(max(0, 1 - target × prediction))",
      notes: "Targets are -1 and 1; class 0 counts as -1, as in Keras. Predictions above 0 mean class 1.",
      examples: [Example("hinge([0.4, -2], [1, 0])", gives: "0.3")],
      seeAlso: ["binary_crossentropy"])
  ) { Hinge() }

  var name: String { "hinge" }
  var python: PythonLoss {
    PythonLoss(
      keras: "keras.losses.Hinge()",
      torch: "torch.relu(1 - torch.where(y == 0, -1, y) * p).mean()")
  }
  var hasKink: Bool { true }
  var wantedOutputs: WantedOutputs { .anyNumber }
  var wantedTargets: String? { "targets that are -1, 0 or 1" }
  func accepts(target: Double) -> Bool { target == -1 || target == 0 || target == 1 }

  var boundary: Double { 0 }

  /// The target 0 is the side -1.
  var formula: String? { "mean(relu(1 - (target - 1 + sign(target)²) × prediction))" }
  func value(_ prediction: Double, _ target: Double) -> Double {
    let lack = 1 - side(target) * prediction
    return lack > 0 ? lack : lack.isNaN ? lack : 0
  }
  func derivative(_ prediction: Double, _ target: Double) -> Double {
    1 - side(target) * prediction > 0 ? -side(target) : prediction.isNaN ? prediction : 0
  }

  private func side(_ target: Double) -> Double { target == 0 ? -1 : target }
}
