import Vocabulary

/// The mean of the squared differences.
struct MeanSquaredError: Loss {
  static let declaration = Declaration<any Loss>(
    "mse", "The mean of the squared differences.",
    documentation: Documentation(
      formula: "mse = mean((prediction - target)²)",
      examples: [Example("mse", gives: "mse")],
      seeAlso: ["binary_crossentropy"],
      aliases: ["MSELoss", "mean_squared_error", "MeanSquaredError"])
  ) { MeanSquaredError() }

  var name: String { "mse" }
  func value(_ prediction: Double, _ target: Double) -> Double { (prediction - target) * (prediction - target) }
  func slope(_ prediction: Double, _ target: Double) -> Double { 2 * (prediction - target) }
}
