import ElementaryFunctions
import Vocabulary

/// What a unit does with its weighted sum.
public protocol Activation: Object {
  /// The built-in's name: `tanh`.
  var name: String { get }
  /// What Keras and PyTorch call it. Throws where it cannot be written for them.
  var python: PythonActivation { get throws(Failure) }
  /// Where its derivative jumps.
  var kinks: [Double] { get }
  /// What it tends to or stops at on both sides; infinite where it does not.
  var bounds: ClosedRange<Double> { get }
  /// Whether these are known; of a function of the learner's they are not.
  var knowsBounds: Bool { get }
  /// Its derivative as a formula of `x` in the language; nil where it is none of one number.
  var derivativeFormula: String? { get }
  /// The same function in terms of others that have derivatives, where it works on a whole row; nil where it has a
  /// derivative of its own.
  var formula: String? { get }
  /// Whether units can fall silent, with output and derivative 0.
  var canDie: Bool { get }
  /// Whether a value depends on one weighted sum alone, not on all of a layer's.
  var isElementwise: Bool { get }

  func value(_ z: Double) -> Double
  /// The derivative at z, given also the value y there.
  func derivative(at z: Double, value y: Double) -> Double

  /// The values at many numbers, the same bits as one at a time; the result is as long as they are, and may be them.
  func values(of z: UnsafeBufferPointer<Double>, into y: UnsafeMutableBufferPointer<Double>)
  /// Multiplies derivatives by the value with the activation's own there.
  func multiply(
    _ deltas: UnsafeMutableBufferPointer<Double>, byDerivativesAt z: UnsafeBufferPointer<Double>,
    values y: UnsafeBufferPointer<Double>)

  /// The values of all units at once, of an activation that is not elementwise.
  func forwardColumns(_ buffers: LayerBuffers, units: Int)
  /// ∂L/∂z of all units from ∂L/∂y, likewise.
  func backwardColumns(_ buffers: LayerBuffers, units: Int)
}

extension Activation {
  public var kind: String { "activation" }
  public var display: Display { Display(name) }
  public var bounds: ClosedRange<Double> { -.infinity ... .infinity }
  public var knowsBounds: Bool { true }
  public var formula: String? { nil }
  public var canDie: Bool { false }
  public var isElementwise: Bool { true }

  public func values(of z: UnsafeBufferPointer<Double>, into y: UnsafeMutableBufferPointer<Double>) {
    for index in z.indices { y[index] = value(z[index]) }
  }

  public func multiply(
    _ deltas: UnsafeMutableBufferPointer<Double>, byDerivativesAt z: UnsafeBufferPointer<Double>,
    values y: UnsafeBufferPointer<Double>
  ) {
    for index in deltas.indices { deltas[index] *= derivative(at: z[index], value: y[index]) }
  }

  public func forwardColumns(_ buffers: LayerBuffers, units: Int) {}
  public func backwardColumns(_ buffers: LayerBuffers, units: Int) {}

  /// Whether PyTorch has a module for it behind `nn.Linear`.
  var isTorchModule: Bool {
    guard let python = try? python else { return true }
    return python.torch != nil
  }

  /// Whether a value is within a tolerance of a bound.
  func isSaturated(_ y: Double, tolerance: Double) -> Bool {
    y - bounds.lowerBound < tolerance || bounds.upperBound - y < tolerance
  }
}

extension Double {
  /// A factor times e to the power of this number far below 0, in two halves, as the power alone may be so small that it
  /// has lost digits.
  func exponential(times factor: Double) -> Double {
    self == -.infinity ? 0 : factor * exp(self / 2) * exp(self / 2)
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
