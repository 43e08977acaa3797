import Vocabulary

/// Passes what is positive and a small share of the rest.
struct LeakyRelu: Activation {
  /// The share of what is negative.
  let negativeSlope: Double

  static let declaration = Declaration<any Activation>(
    "leaky_relu", "Passes what is positive and a small share of the rest, so that units do not die.",
    Parameter("slope", .nonnegative, "the share of what is negative", default: 0.01),
    documentation: Documentation(
      formula: "leaky_relu(x) = x if x > 0, else slope × x",
      source: "A. Maas, A. Hannun, A. Ng, Rectifier nonlinearities, 2013",
      examples: [Example("leaky_relu([-100, 2])", gives: "[-1, 2]")],
      seeAlso: ["relu"],
      aliases: [ForeignName("LeakyReLU", write: "leaky_relu")])
  ) { slope in LeakyRelu(negativeSlope: slope) }

  var name: String { "leaky_relu" }
  var python: PythonActivation {
    PythonActivation(
      keras: "keras.layers.LeakyReLU(negative_slope=\(negativeSlope.python))",
      torch: "nn.LeakyReLU(\(negativeSlope.python))")
  }
  var kinks: [Double] { [0] }
  var display: Display { negativeSlope == 0.01 ? "leaky_relu" : "leaky_relu(slope=\(negativeSlope))" }
  var properties: [Property] { [Property("slope", .number(negativeSlope))] }
  var derivativeFormula: String? { "if x > 0 then 1 else \(NumberStyle.standard.text(negativeSlope))" }
  func value(_ z: Double) -> Double { z > 0 ? z : negativeSlope * z }
  func derivative(at z: Double, value y: Double) -> Double { z > 0 ? 1 : negativeSlope }
}
