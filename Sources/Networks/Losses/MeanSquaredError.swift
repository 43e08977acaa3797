import Vocabulary

/// The mean of the squared differences.
public struct MeanSquaredError: Loss {
  public init() {}

  static let declaration = Declaration<any Loss>(
    "mse", "The mean of the squared differences.",
    documentation: Documentation(
      formula: "mse = mean((prediction - target)²)",
      examples: [Example("mse", gives: "mse")],
      seeAlso: ["binary_crossentropy"],
      aliases: ["MSELoss", "mean_squared_error", "MeanSquaredError"])
  ) { MeanSquaredError() }

  public var name: String { "mse" }
  public var python: PythonLoss {
    PythonLoss(
      keras: "keras.losses.MeanSquaredError()",
      torch: "nn.functional.mse_loss(p, y)")
  }
  public var hasKink: Bool { false }
  public var wantedOutputs: WantedOutputs { .anyNumber }
  public func value(_ prediction: Double, _ target: Double) -> Double { (prediction - target) * (prediction - target) }
  public func derivative(_ prediction: Double, _ target: Double) -> Double { 2 * (prediction - target) }
}
