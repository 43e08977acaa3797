import Vocabulary

/// The mean of the differences without their signs.
struct MeanAbsoluteError: Loss {
  static let declaration = Declaration<any Loss>(
    "mae", "The mean of the differences without their signs; large errors pull no more than small ones.",
    documentation: Documentation(
      formula: "mae = mean(|prediction - target|)",
      examples: [Example("mae", gives: "mae")],
      seeAlso: ["mse", "huber"])
  ) { MeanAbsoluteError() }

  var name: String { "mae" }
  func value(_ prediction: Double, _ target: Double) -> Double { (prediction - target).magnitude }
  func slope(_ prediction: Double, _ target: Double) -> Double {
    prediction > target ? 1 : prediction < target ? -1 : prediction - target
  }
}
