import Vocabulary

/// A layer that brings each unit to mean 0 and variance 1 over a batch.
public struct BatchNormalizationLayer: Layer {
  public let momentum: Double
  public let epsilon: Double

  static let declaration = Declaration<any Layer>(
    "batch_normalization", "Brings each unit to mean 0 and variance 1 over a batch, then scales and shifts it.",
    Parameter("momentum", .probability, "the share of the running means that each batch keeps", default: 0.99),
    Parameter("epsilon", .positive, "is added to the variance", default: 0.001),
    documentation: Documentation(
      formula: "gamma × (x - mean) / √(var + epsilon) + beta",
      source: "S. Ioffe, C. Szegedy, Batch normalization, 2015; as in Keras",
      notes: "In training mean and variance are the batch's; running means of both are kept and used otherwise. Its "
        + "parameters are gamma, beta, the running mean and the running variance, of which the first two are trained.",
      examples: [Example("batch_normalization()", gives: "batch_normalization(momentum=0.99, epsilon=0.001)")],
      seeAlso: ["dense", "sequential"],
      aliases: ["BatchNormalization", "BatchNorm1d"])
  ) { momentum, epsilon in BatchNormalizationLayer(momentum: momentum, epsilon: epsilon) }

  public var display: Display {
    "batch_normalization(momentum=" + Display(momentum) + ", epsilon=" + Display(epsilon) + ")"
  }

  public func placed(at place: Architecture.Place) throws(Failure) -> any PlacedLayer {
    PlacedBatchNormalization(inputs: place.inputs, offset: place.offset, momentum: momentum, epsilon: epsilon)
  }
}
