import Vocabulary

/// Passes what is positive and stops the rest.
struct Relu: Activation {
  static let declaration = Declaration<any Activation>(
    "relu", "Passes what is positive and stops the rest; its derivative at 0 is taken as 0.",
    documentation: Documentation(
      formula: "relu(x) = x if x > 0, else 0",
      source: "V. Nair, G. Hinton, Rectified linear units, 2010",
      examples: [Example("relu([-1, 2])", gives: "[0, 2]")])
  ) { Relu() }

  var name: String { "relu" }
  var python: PythonActivation { PythonActivation(keras: "\"relu\"", torch: "nn.ReLU()") }
  var kinks: [Double] { [0] }
  var derivativeFormula: String? { "if x > 0 then 1 else 0" }
  var canDie: Bool { true }
  func value(_ z: Double) -> Double { z > 0 ? z : z.isNaN ? z : 0 }
  func derivative(at z: Double, value y: Double) -> Double { z > 0 ? 1 : 0 }
}
