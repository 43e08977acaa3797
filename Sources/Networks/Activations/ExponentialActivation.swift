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
  var python: PythonActivation {
    PythonActivation(
      keras: "\"exponential\"", torch: "Exponential()",
      torchDefinition: """
        class Exponential(nn.Module):
            def forward(self, x):
                return torch.exp(x)
        """)
  }
  var kinks: [Double] { [] }
  var derivativeFormula: String? { "exp(x)" }
  var bounds: ClosedRange<Double> { 0 ... .infinity }
  func value(_ z: Double) -> Double { exp(z) }
  func values(of z: UnsafeBufferPointer<Double>, into y: UnsafeMutableBufferPointer<Double>) { exp(z, into: y) }
  func derivative(at z: Double, value y: Double) -> Double { y }
}
