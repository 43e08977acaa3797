import Vocabulary

/// What a loss takes a network's outputs for.
public enum WantedOutputs: Sendable {
  /// Any numbers.
  case anyNumber
  /// Each a probability of its own.
  case probabilities
  /// Shares that add up to 1 at every point.
  case shares
}

/// How far predictions are from targets.
public protocol Loss: Object {
  /// The built-in's name: `mse`.
  var name: String { get }
  /// What Keras and PyTorch call it.
  var python: PythonLoss { get }
  /// Whether its derivative jumps somewhere.
  var hasKink: Bool { get }
  /// What it takes outputs for.
  var wantedOutputs: WantedOutputs { get }
  /// What the loss asks of targets, as a message says it; nil where any number will do.
  var wantedTargets: String? { get }
  func accepts(target: Double) -> Bool
  /// Whether a point's loss is the sum over its outputs rather than their mean.
  var isSummed: Bool { get }
  /// Above which a single output means class 1.
  var boundary: Double { get }
  /// The loss of many outputs as a formula of `prediction`, `target` and its own parameters in the language, by which it is
  /// differentiated there; nil where it is not.
  var formula: String? { get }
  /// The loss of one output, to be averaged over all of them.
  func value(_ prediction: Double, _ target: Double) -> Double
  /// Its derivative by the prediction.
  func derivative(_ prediction: Double, _ target: Double) -> Double

  /// The sum of the losses of many outputs, added up in their order.
  func total(_ predictions: UnsafePointer<Double>, _ targets: UnsafePointer<Double>, _ count: Int) -> Double
  /// Writes the derivatives of many outputs' losses, times a share.
  func writeDerivatives(
    _ predictions: UnsafePointer<Double>, _ targets: UnsafePointer<Double>, _ share: Double,
    into derivatives: UnsafeMutablePointer<Double>, _ count: Int)

  /// Whether the derivative by the last layer's weighted sums is written at once, since that loses less.
  func isFused(with activation: any Activation) -> Bool
  /// Writes that derivative into the layer's deltas.
  func writeFusedDeltas(_ buffers: LayerBuffers, units: Int, targets: UnsafePointer<Double>, share: Double)
}

extension Loss {
  public var kind: String { "loss" }
  public var noun: String { "a loss" }
  public var display: Display { Display(name) }
  public var wantedTargets: String? { nil }
  public func accepts(target: Double) -> Bool { true }
  public var isSummed: Bool { false }
  public var boundary: Double { 0.5 }
  public var formula: String? { nil }

  public func total(
    _ predictions: UnsafePointer<Double>, _ targets: UnsafePointer<Double>, _ count: Int
  ) -> Double {
    var sum = 0.0
    for index in 0..<count { sum += value(predictions[index], targets[index]) }
    return sum
  }

  public func writeDerivatives(
    _ predictions: UnsafePointer<Double>, _ targets: UnsafePointer<Double>, _ share: Double,
    into derivatives: UnsafeMutablePointer<Double>, _ count: Int
  ) {
    for index in 0..<count { derivatives[index] = share * derivative(predictions[index], targets[index]) }
  }

  public func isFused(with activation: any Activation) -> Bool { false }
  public func writeFusedDeltas(_ buffers: LayerBuffers, units: Int, targets: UnsafePointer<Double>, share: Double) {}
}

extension Loss {
  /// In formulas, by what the sum over outputs and points is divided where a point is a row of a matrix.
  static var perPoint: String { "/ (if length(shape(prediction)) > 1 then length(prediction) else 1)" }
}

/// All losses; a new one is one file and one line here.
public let losses = Catalog<any Loss>(
  "loss",
  [
    MeanSquaredError.declaration,
    MeanAbsoluteError.declaration,
    Huber.declaration,
    LogCosh.declaration,
    Hinge.declaration,
    BinaryCrossentropy.declaration,
    CategoricalCrossentropy.declaration,
    KullbackLeiblerDivergence.declaration,
  ])

extension Kind where Output == any Loss {
  /// A loss, bare or quoted.
  public static let loss = losses.kind("a loss", .object("loss"), shown: \.name) { $0 as? any Loss }
}
