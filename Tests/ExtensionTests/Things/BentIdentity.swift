import Networks
import Vocabulary

/// A line that bends at 0, without a kink.
struct BentIdentity: Activation {
  static let declaration = Declaration<any Activation>(
    "bent_identity", "A line that bends at 0, without a kink.",
    documentation: Documentation(
      formula: "bent_identity(x) = (√(x² + 1) - 1) / 2 + x",
      examples: [Example("bent_identity(0)", gives: "0")], seeAlso: ["softplus"])
  ) { BentIdentity() }

  var name: String { "bent_identity" }
  var python: PythonActivation {
    PythonActivation(
      keras: "bent_identity",
      kerasDefinition: """
        def bent_identity(x):
            return (keras.ops.sqrt(x * x + 1) - 1) / 2 + x
        """,
      torch: "BentIdentity()",
      torchDefinition: """
        class BentIdentity(nn.Module):
            def forward(self, x):
                return (torch.sqrt(x * x + 1) - 1) / 2 + x
        """)
  }
  var kinks: [Double] { [] }
  var derivativeFormula: String? { "x / (2 × √(x² + 1)) + 1" }
  func value(_ z: Double) -> Double {
    z.magnitude > 1e150 ? 0.5 * z.magnitude + z : ((z * z + 1).squareRoot() - 1) / 2 + z
  }
  func derivative(at z: Double, value y: Double) -> Double {
    z.magnitude > 1e150 ? (z > 0 ? 1.5 : 0.5) : z / (2 * (z * z + 1).squareRoot()) + 1
  }
}
