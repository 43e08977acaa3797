import Vocabulary

/// The same layer several times over, each with weights of its own.
public struct RepeatedLayer: Layer {
  public let count: Int
  public let layer: any Layer

  static let declaration = Declaration<any Layer>(
    "repeat", "The same layer several times over, each time with weights of its own.",
    Parameter("n", .integer(1...10_000), "how many times"),
    Parameter("layer", .layer, "the layer"),
    documentation: Documentation(
      examples: [Example("repeat(3, dense(5, tanh))", gives: "repeat(3, dense(5, tanh))")],
      seeAlso: ["dense", "sequential"])
  ) { count, layer in RepeatedLayer(count: count, layer: layer) }

  public var display: Display { "repeat(\(count), \(layer.display))" }

  /// Repeats inside repeats are not unrolled, so that no line makes a huge network.
  public func build(at position: Architecture.Position) throws(Failure) -> any BuiltLayer {
    throw Failure(.argument, "\(display.printed().text) cannot stand between layers")
  }
}
