import Vocabulary

/// The weighted sum itself.
public struct Linear: Activation {
  public init() {}

  static let declaration = Declaration<any Activation>(
    "linear", "The weighted sum itself; layers of it collapse into one.",
    documentation: Documentation(
      formula: "linear(x) = x",
      examples: [Example("linear(3)", gives: "3")])
  ) { Linear() }

  public var name: String { "linear" }
  public var python: PythonActivation { PythonActivation(keras: "\"linear\"", torch: nil) }
  public var kinks: [Double] { [] }
  public var derivativeFormula: String? { "1" }
  public func value(_ z: Double) -> Double { z }
  public func values(of z: UnsafeBufferPointer<Double>, into y: UnsafeMutableBufferPointer<Double>) {
    _ = y.update(fromContentsOf: z)
  }
  public func multiply(
    _ deltas: UnsafeMutableBufferPointer<Double>, byDerivativesAt z: UnsafeBufferPointer<Double>,
    values y: UnsafeBufferPointer<Double>
  ) {}
  public func derivative(at z: Double, value y: Double) -> Double { 1 }
}
