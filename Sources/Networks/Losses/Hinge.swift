import Vocabulary

/// How far a prediction is from the right side, with a margin.
struct Hinge: Loss {
  static let declaration = Declaration<any Loss>(
    "hinge", "How much a prediction lacks to be on its class's side by 1.",
    documentation: Documentation(
      formula: "mean(max(0, 1 - target × prediction))",
      notes: "Targets are -1 and 1; class 0 counts as -1, as in Keras. Predictions above 0 mean class 1.",
      examples: [Example("hinge", gives: "hinge")],
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

  func value(_ prediction: Double, _ target: Double) -> Double {
    let lack = 1 - side(target) * prediction
    return lack > 0 ? lack : lack.isNaN ? lack : 0
  }
  func derivative(_ prediction: Double, _ target: Double) -> Double {
    1 - side(target) * prediction > 0 ? -side(target) : prediction.isNaN ? prediction : 0
  }

  private func side(_ target: Double) -> Double { target == 0 ? -1 : target }
}
