import Vocabulary

/// The mean of the differences without their signs.
struct MeanAbsoluteError: Loss {
  static let declaration = Declaration<any Loss>(
    "mae", "The mean of the differences without their signs; large errors pull no more than small ones.",
    documentation: Documentation(
      formula: "mae = mean(|prediction - target|)",
      examples: [Example("mae", gives: "mae")],
      seeAlso: ["mse", "huber"],
      aliases: [ForeignName("L1Loss", write: "mae")])
  ) { MeanAbsoluteError() }

  var name: String { "mae" }
  var python: PythonLoss {
    PythonLoss(
      keras: "keras.losses.MeanAbsoluteError()",
      torch: "nn.functional.l1_loss(p, y)")
  }
  var hasKink: Bool { true }
  var wantedOutputs: WantedOutputs { .anyNumber }
  func value(_ prediction: Double, _ target: Double) -> Double { (prediction - target).magnitude }
  func derivative(_ prediction: Double, _ target: Double) -> Double {
    prediction > target ? 1 : prediction < target ? -1 : prediction - target
  }
}
