import Vocabulary

/// What a unit does with its weighted sum.
public protocol Activation: Object {
  /// The built-in's name: `tanh`.
  var name: String { get }
  /// What it tends to or stops at on both sides; infinite where it does not.
  var bounds: ClosedRange<Double> { get }
  /// Its derivative as a formula of `x` in the language; nil where it is none of one number.
  var derivative: String? { get }
  /// Whether units can fall silent, with output and derivative 0.
  var canDie: Bool { get }
  /// Whether a value depends on one weighted sum alone, not on all of a layer's.
  var isElementwise: Bool { get }

  func value(_ z: Double) -> Double
  /// The derivative at z, given also the value y there.
  func slope(_ z: Double, _ y: Double) -> Double

  /// The values at many numbers, the same bits as one at a time; the result is as long as they are, and may be them.
  func values(of z: UnsafeBufferPointer<Double>, into y: UnsafeMutableBufferPointer<Double>)
  /// Multiplies derivatives by the value with the slopes there.
  func multiply(
    _ deltas: UnsafeMutableBufferPointer<Double>, bySlopesAt z: UnsafeBufferPointer<Double>,
    values y: UnsafeBufferPointer<Double>)

  /// The values of all units at once, of an activation that is not elementwise.
  func columnValues(_ slot: Slot, units: Int)
  /// ∂L/∂z of all units from ∂L/∂y, likewise.
  func multiplyColumnSlopes(_ slot: Slot, units: Int)
}

extension Activation {
  public var kind: String { "activation" }
  public var display: Display { Display(name) }
  public var bounds: ClosedRange<Double> { -.infinity ... .infinity }
  public var canDie: Bool { false }
  public var isElementwise: Bool { true }

  public func values(of z: UnsafeBufferPointer<Double>, into y: UnsafeMutableBufferPointer<Double>) {
    for index in z.indices { y[index] = value(z[index]) }
  }

  public func multiply(
    _ deltas: UnsafeMutableBufferPointer<Double>, bySlopesAt z: UnsafeBufferPointer<Double>,
    values y: UnsafeBufferPointer<Double>
  ) {
    for index in deltas.indices { deltas[index] *= slope(z[index], y[index]) }
  }

  public func columnValues(_ slot: Slot, units: Int) {}
  public func multiplyColumnSlopes(_ slot: Slot, units: Int) {}

  /// Whether a value is within a tolerance of a bound.
  func isSaturated(_ y: Double, tolerance: Double) -> Bool {
    y - bounds.lowerBound < tolerance || bounds.upperBound - y < tolerance
  }
}

/// All activations; a new one is one file and one line here.
public let activations = Catalog<any Activation>(
  "activation",
  [
    Linear.declaration,
    Sigmoid.declaration,
    Tanh.declaration,
    Relu.declaration,
    LeakyRelu.declaration,
    ExponentialLinearUnit.declaration,
    ScaledExponentialLinearUnit.declaration,
    GaussianErrorLinearUnit.declaration,
    SigmoidLinearUnit.declaration,
    Softplus.declaration,
    Softsign.declaration,
    HardSigmoid.declaration,
    Mish.declaration,
    ExponentialActivation.declaration,
    Softmax.declaration,
  ])

extension Kind where Output == any Activation {
  /// An activation, bare or quoted.
  public static let activation = activations.kind("an activation", .object("activation"), shown: \.name) {
    $0 as? any Activation
  }
}
