import ElementaryFunctions
import Vocabulary

/// e to the power of the weighted sum.
struct ExponentialActivation: Activation {
  static let declaration = Declaration<any Activation>(
    "exponential", "e to the power of the weighted sum.",
    documentation: Documentation(
      formula: "exp(x)",
      examples: [Example("dense(1, exponential)", gives: "dense(1, exponential)")],
      seeAlso: ["exp"])
  ) { ExponentialActivation() }

  var name: String { "exponential" }
  var derivative: String? { "exp(x)" }
  var bounds: ClosedRange<Double> { 0 ... .infinity }
  func value(_ z: Double) -> Double { exp(z) }
  func values(of z: UnsafeBufferPointer<Double>, into y: UnsafeMutableBufferPointer<Double>) { exp(z, into: y) }
  func slope(_ z: Double, _ y: Double) -> Double { y }
}
