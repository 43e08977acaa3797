import ElementaryFunctions
import Vocabulary

/// The mean of the squared differences.
public struct MeanSquaredError: Loss {
  public init() {}

  static let declaration = Declaration<any Loss>(
    "mse", "The mean of the squared differences.",
    documentation: Documentation(
      formula: "mse = mean((prediction - target)²)",
      examples: [Example("mse([0.9, 0.2], [1, 0])", gives: "0.025")],
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
  public var formula: String? { "mean((prediction - target)²)" }
  public func value(_ prediction: Double, _ target: Double) -> Double { (prediction - target) * (prediction - target) }
  public func derivative(_ prediction: Double, _ target: Double) -> Double { 2 * (prediction - target) }
}

/// The mean of the differences without their signs.
struct MeanAbsoluteError: Loss {
  static let declaration = Declaration<any Loss>(
    "mae", "The mean of the differences without their signs; large errors pull no more than small ones.",
    documentation: Documentation(
      formula: "mae = mean(|prediction - target|)",
      examples: [Example("mae([0.9, 0.2], [1, 0])", gives: "0.15")],
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
  var formula: String? { "mean(|prediction - target|)" }
  func value(_ prediction: Double, _ target: Double) -> Double { (prediction - target).magnitude }
  func derivative(_ prediction: Double, _ target: Double) -> Double {
    prediction > target ? 1 : prediction < target ? -1 : prediction - target
  }
}

/// Squared where errors are small, straight where they are large.
struct Huber: Loss {
  let delta: Double

  static let declaration = Declaration<any Loss>(
    "huber", "Half the squared difference where that is small, a straight line where it is large.",
    Parameter("delta", .positive, "where small ends", default: 1),
    documentation: Documentation(
      formula: "mean(e² / 2 where |e| ≤ delta, else delta × |e| - delta² / 2), with e = prediction - target",
      source: "P. Huber, Robust estimation of a location parameter, 1964",
      examples: [Example("huber([3, 0.5], [0, 0])", gives: "1.3125")],
      seeAlso: ["mse", "mae", "log_cosh"])
  ) { delta in Huber(delta: delta) }

  var name: String { "huber" }
  var python: PythonLoss {
    PythonLoss(
      keras: "keras.losses.Huber(delta=\(delta.python))",
      torch: "nn.functional.huber_loss(p, y, delta=\(delta.python))")
  }
  var hasKink: Bool { false }
  var wantedOutputs: WantedOutputs { .anyNumber }
  var formula: String? {
    let error = "|prediction - target|"
    return "mean(minimum(\(error), delta) × (\(error) - minimum(\(error), delta) / 2))"
  }
  var display: Display { delta == 1 ? "huber" : "huber(delta=\(delta))" }
  func value(_ prediction: Double, _ target: Double) -> Double {
    let error = prediction - target
    return error.magnitude <= delta ? 0.5 * error * error : delta * error.magnitude - 0.5 * delta * delta
  }
  func derivative(_ prediction: Double, _ target: Double) -> Double {
    let error = prediction - target
    return error > delta ? delta : error < -delta ? -delta : error
  }
}

/// The logarithm of the hyperbolic cosine of the differences.
struct LogCosh: Loss {
  static let declaration = Declaration<any Loss>(
    "log_cosh", "Nearly half the squared difference where that is small, nearly straight where it is large.",
    documentation: Documentation(
      formula: "mean(ln(cosh(prediction - target)))",
      examples: [Example("log_cosh([3, 0.1], [0, 0])", gives: "1.15716")],
      seeAlso: ["huber"])
  ) { LogCosh() }

  var name: String { "log_cosh" }
  var python: PythonLoss {
    PythonLoss(
      keras: "keras.losses.LogCosh()",
      torch: "torch.log(torch.cosh(p - y)).mean()")
  }
  var hasKink: Bool { false }
  var wantedOutputs: WantedOutputs { .anyNumber }
  var formula: String? { "mean(|prediction - target| + log1p(exp(-2 × |prediction - target|)) - log(2))" }
  func value(_ prediction: Double, _ target: Double) -> Double {
    let size = (prediction - target).magnitude
    // ln cosh e = e - ln 2 + ln(1 + e⁻²ᵉ); near 0 that would lose digits.
    if size < 0.25 {
      let half = sinh(0.5 * size)
      return log1p(2 * half * half)
    }
    return size + log1p(exp(-2 * size)) - 0.69314718055994530942
  }
  func derivative(_ prediction: Double, _ target: Double) -> Double { tanh(prediction - target) }
}
