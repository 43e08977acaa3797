import Probability
import Vocabulary

/// A layer as it is described, before it has weights.
public protocol Layer: Object {}

extension Layer {
  public var kind: String { "layer" }
}

/// What comes in: so many features.
public struct InputLayer: Layer {
  public let size: Int

  public init(size: Int) { self.size = size }

  static let declaration = Declaration<any Layer>(
    "input", "What comes in: so many features.",
    Parameter("size", .positiveCount, "the number of features"),
    example: Example("input(2)", gives: "input(2)"), seeAlso: ["sequential", "dense"],
    elsewhere: ["Input", "InputLayer"]
  ) { size in InputLayer(size: size) }

  public var display: Display { "input(\(size))" }
}

/// Units that each see all units of the layer before.
public struct DenseLayer: Layer {
  public let units: Int
  public let activation: any Activation
  /// Nil: the network's.
  public let initializer: (any Initializer)?
  public let bias: any Initializer

  public init(units: Int, activation: any Activation, initializer: (any Initializer)?, bias: any Initializer) {
    self.units = units
    self.activation = activation
    self.initializer = initializer
    self.bias = bias
  }

  static let declaration = Declaration<any Layer>(
    "dense", "Units that each see all units of the layer before.",
    Parameter("units", .positiveCount, "the number of units", elsewhere: ["out_features"]),
    Parameter("activation", .activation, "what a unit does with its weighted sum", default: Linear()),
    .optional(
      "initializer", .initializer, "where the weights come from; the network's where left out",
      elsewhere: ["kernel_initializer", "weight_initializer"]),
    Parameter("bias", .initializer, "where the biases come from", default: zeroBias, elsewhere: ["bias_initializer", "use_bias"]),
    formula: "activation(x @ weights + bias)",
    example: Example("dense(5, tanh)", gives: "dense(5, tanh)"), seeAlso: ["sequential", "input"],
    elsewhere: [Spelling("Dense"), Spelling("Linear", write: "dense(units); the inputs are known from the layer before")]
  ) { units, activation, initializer, bias in
    DenseLayer(units: units, activation: activation, initializer: initializer, bias: bias)
  }

  private static let zeroBias: any Initializer = FixedInitializer(fixed: Constant(0))

  public var display: Display {
    "dense(\(units), \(activation.name)" + (initializer.map { ", " + $0.display } ?? "") + ")"
  }
}

/// The same layer several times over, each with weights of its own.
public struct RepeatedLayer: Layer {
  public let count: Int
  public let layer: any Layer

  static let declaration = Declaration<any Layer>(
    "repeat", "The same layer several times over, each time with weights of its own.",
    Parameter("n", .integer(1...10_000), "how many times"),
    Parameter("layer", .layer, "the layer"),
    example: Example("repeat(3, dense(5, tanh))", gives: "repeat(3, dense(5, tanh))"), seeAlso: ["dense", "sequential"]
  ) { count, layer in RepeatedLayer(count: count, layer: layer) }

  public var display: Display { "repeat(\(count), \(layer.display))" }
}

/// All layers; a new one is one file and one line here.
public let layers = Catalog<any Layer>(
  "layer",
  [
    InputLayer.declaration,
    DenseLayer.declaration,
    RepeatedLayer.declaration,
  ])

extension Kind where Output == any Layer {
  /// A layer, such as `dense(5, tanh)`.
  public static let layer = Kind("a layer, such as dense(5, tanh)") { value in
    if case .object(let object) = value { object as? any Layer } else { nil }
  }
}
