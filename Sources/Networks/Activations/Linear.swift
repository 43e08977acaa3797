import Vocabulary

/// The weighted sum itself.
struct Linear: Activation {
  static let declaration = Declaration<any Activation>(
    "linear", "The weighted sum itself; layers of it collapse into one.",
    formula: "linear(x) = x", example: Example("linear(3)", gives: "3")
  ) { Linear() }

  var name: String { "linear" }
  var python: PythonActivation { PythonActivation(keras: "\"linear\"", torch: nil) }
  var kinks: [Double] { [] }
  var derivativeFormula: String? { "1" }
  func value(_ z: Double) -> Double { z }
  func values(of z: UnsafeBufferPointer<Double>, into y: UnsafeMutableBufferPointer<Double>) {
    _ = y.update(fromContentsOf: z)
  }
  func multiply(
    _ deltas: UnsafeMutableBufferPointer<Double>, byDerivativesAt z: UnsafeBufferPointer<Double>,
    values y: UnsafeBufferPointer<Double>
  ) {}
  func derivative(at z: Double, value y: Double) -> Double { 1 }
}
