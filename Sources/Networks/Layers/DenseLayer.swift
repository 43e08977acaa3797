import Probability
import Vocabulary

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
    Parameter("units", .positiveCount, "the number of units", aliases: ["out_features"]),
    Parameter("activation", .activation, "what a unit does with its weighted sum", default: Linear()),
    .optional(
      "initializer", .initializer, "where the weights come from; the network's where left out",
      aliases: ["kernel_initializer", "weight_initializer"]),
    Parameter(
      "bias", .initializer, "where the biases come from", default: zeroBias,
      aliases: ["bias_initializer", "use_bias"]),
    documentation: Documentation(
      formula: "activation(x @ weights + bias)",
      examples: [Example("dense(5, tanh)", gives: "dense(5, tanh)")],
      seeAlso: ["sequential", "input"],
      aliases: [
        ForeignName("Dense"),
        ForeignName("Linear", instead: "dense(units); the inputs are known from the layer before"),
      ])
  ) { units, activation, initializer, bias in
    DenseLayer(units: units, activation: activation, initializer: initializer, bias: bias)
  }

  private static let zeroBias: any Initializer = FixedInitializer(fixed: Constant(0))

  public var display: Display {
    "dense(\(units), \(activation.display)" + (initializer.map { ", " + $0.display } ?? "") + ")"
  }

  public func placed(at place: Architecture.Place) throws(Failure) -> any PlacedLayer {
    PlacedDense(
      inputs: place.inputs, units: units, offset: place.offset, activation: activation,
      initializer: initializer ?? place.initializer, bias: bias)
  }
}
