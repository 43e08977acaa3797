import Vocabulary

/// Squared where errors are small, straight where they are large.
struct Huber: Loss {
  let delta: Double

  static let declaration = Declaration<any Loss>(
    "huber", "Half the squared difference where that is small, a straight line where it is large.",
    Parameter("delta", .positive, "where small ends", default: 1),
    documentation: Documentation(
      formula: "mean(e² / 2 where |e| ≤ delta, else delta × |e| - delta² / 2), with e = prediction - target",
      source: "P. Huber, Robust estimation of a location parameter, 1964",
      examples: [Example("huber", gives: "huber")],
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
