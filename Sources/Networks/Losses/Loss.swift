import Vocabulary

/// How far predictions are from targets.
public protocol Loss: Object {
  /// The built-in's name: `mse`.
  var name: String { get }
  /// What the loss asks of targets, as a message says it; nil where any number will do.
  var wantedTargets: String? { get }
  func accepts(target: Double) -> Bool
  /// The loss of one output, to be averaged over all of them.
  func value(_ prediction: Double, _ target: Double) -> Double
  /// Its derivative by the prediction.
  func slope(_ prediction: Double, _ target: Double) -> Double
}

extension Loss {
  public var kind: String { "loss" }
  public var noun: String { "a loss" }
  public var display: Display { Display(name) }
  public var wantedTargets: String? { nil }
  public func accepts(target: Double) -> Bool { true }
}

/// All losses; a new one is one file and one line here.
public let losses = Catalog<any Loss>(
  "loss",
  [
    MeanSquaredError.declaration,
    BinaryCrossentropy.declaration,
  ])

extension Kind where Output == any Loss {
  /// A loss, bare or quoted.
  public static let loss = losses.kind("a loss", describe: \.name) { $0 as? any Loss }
}
