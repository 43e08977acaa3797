import ElementaryFunctions
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

/// Passes what is positive and a small share of the rest.
struct LeakyRelu: Activation {
  /// The share of what is negative.
  let negativeSlope: Double

  static let declaration = Declaration<any Activation>(
    "leaky_relu", "Passes what is positive and a small share of the rest, so that units do not die.",
    Parameter(
      "slope", .nonnegative, "the share of what is negative", default: 0.01, aliases: ["alpha", "negative_slope"]),
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

/// Passes what is positive and bends the rest towards -1.
struct ExponentialLinearUnit: Activation {
  static let declaration = Declaration<any Activation>(
    "elu", "Passes what is positive and bends the rest towards -1.",
    documentation: Documentation(
      formula: "elu(x) = x if x > 0, else e^x - 1",
      source: "D.-A. Clevert, T. Unterthiner, S. Hochreiter, Exponential linear units, 2016",
      examples: [Example("elu([-1, 2])", gives: "[-0.632121, 2]")],
      seeAlso: ["selu", "relu"])
  ) { ExponentialLinearUnit() }

  var name: String { "elu" }
  var python: PythonActivation { PythonActivation(keras: "\"elu\"", torch: "nn.ELU()") }
  var kinks: [Double] { [] }
  var derivativeFormula: String? { "if x > 0 then 1 else exp(x)" }
  var bounds: ClosedRange<Double> { -1 ... .infinity }
  func value(_ z: Double) -> Double { z > 0 ? z : expm1(z) }
  func derivative(at z: Double, value y: Double) -> Double { z > 0 ? 1 : exp(z) }
}

/// The exponential linear unit, scaled so that layers keep mean 0 and variance 1.
struct ScaledExponentialLinearUnit: Activation {
  static let declaration = Declaration<any Activation>(
    "selu", "An elu scaled so that layers drawn with lecun_normal keep mean 0 and variance 1.",
    documentation: Documentation(
      formula: "selu(x) = λ × x if x > 0, else λ × α × (e^x - 1), with λ = 1.0507… and α = 1.67326…",
      source: "G. Klambauer and others, Self-normalizing neural networks, 2017",
      examples: [Example("selu([-1, 1])", gives: "[-1.11133, 1.0507]")],
      seeAlso: ["elu"])
  ) { ScaledExponentialLinearUnit() }

  static let scale = 1.0507009873554804934193349852946
  static let alpha = 1.6732632423543772848170429916717

  var name: String { "selu" }
  var python: PythonActivation { PythonActivation(keras: "\"selu\"", torch: "nn.SELU()") }
  var kinks: [Double] { [0] }
  var derivativeFormula: String? { "1.0507009873554805 × (if x > 0 then 1 else 1.6732632423543772 × exp(x))" }
  var bounds: ClosedRange<Double> { -Self.scale * Self.alpha ... .infinity }
  func value(_ z: Double) -> Double { z > 0 ? Self.scale * z : Self.scale * Self.alpha * expm1(z) }
  func derivative(at z: Double, value y: Double) -> Double { z > 0 ? Self.scale : Self.scale * Self.alpha * exp(z) }
}

/// A smooth relu.
struct Softplus: Activation {
  static let declaration = Declaration<any Activation>(
    "softplus", "A smooth relu; its derivative is the sigmoid.",
    documentation: Documentation(
      formula: "softplus(x) = ln(1 + e^x)",
      source: "C. Dugas and others, Incorporating second-order functional knowledge, 2001",
      examples: [Example("softplus([-1, 1])", gives: "[0.313262, 1.31326]")],
      seeAlso: ["relu", "sigmoid"])
  ) { Softplus() }

  var name: String { "softplus" }
  var python: PythonActivation { PythonActivation(keras: "\"softplus\"", torch: "nn.Softplus()") }
  var kinks: [Double] { [] }
  var derivativeFormula: String? { "sigmoid(x)" }
  var bounds: ClosedRange<Double> { 0 ... .infinity }
  func value(_ z: Double) -> Double { z > 0 ? z + log1p(exp(-z)) : log1p(exp(z)) }
  func derivative(at z: Double, value y: Double) -> Double { sigmoid(z) }
}
