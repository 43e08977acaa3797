import Vocabulary

/// A sigmoid made of three straight lines.
struct HardSigmoid: Activation {
  static let declaration = Declaration<any Activation>(
    "hard_sigmoid", "A sigmoid made of three straight lines, from 0 at -3 to 1 at 3.",
    documentation: Documentation(
      formula: "hard_sigmoid(x) = x / 6 + 1 / 2, at least 0 and at most 1",
      source: "as in Keras 3 and PyTorch",
      examples: [Example("hard_sigmoid([-4, 0, 1])", gives: "[0, 0.5, 0.666667]")],
      seeAlso: ["sigmoid"])
  ) { HardSigmoid() }

  var name: String { "hard_sigmoid" }
  var python: PythonActivation { PythonActivation(keras: "\"hard_sigmoid\"", torch: "nn.Hardsigmoid()") }
  var kinks: [Double] { [-3, 3] }
  var derivativeFormula: String? { "if -3 < x and x < 3 then 1 / 6 else 0" }
  var bounds: ClosedRange<Double> { 0...1 }
  var canDie: Bool { true }
  func value(_ z: Double) -> Double { z.isNaN ? z : min(max(z / 6 + 0.5, 0), 1) }
  func derivative(at z: Double, value y: Double) -> Double { z > -3 && z < 3 ? 1.0 / 6 : 0 }
}
