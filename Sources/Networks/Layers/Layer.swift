import Probability
import Vocabulary

/// A layer as it is described, before it has weights.
public protocol Layer: Object {
  /// The layer where it stands in a network. Throws where it cannot stand there.
  func build(at position: Architecture.Position) throws(Failure) -> any BuiltLayer
}

extension Layer {
  public var kind: String { "layer" }
}

/// All layers; a new one is one file and one line here.
public let layers = Catalog<any Layer>(
  "layer",
  [
    InputLayer.declaration,
    DenseLayer.declaration,
    DropoutLayer.declaration,
    BatchNormalizationLayer.declaration,
    RepeatedLayer.declaration,
  ])

extension Kind where Output == any Layer {
  /// A layer, such as `dense(5, tanh)`.
  public static let layer = Kind("a layer, such as dense(5, tanh)", .object("layer")) { value in
    if case .object(let object) = value { object as? any Layer } else { nil }
  }
}

/// What comes in: so many features.
public struct InputLayer: Layer {
  public let size: Int

  public init(size: Int) { self.size = size }

  static let declaration = Declaration<any Layer>(
    "input", "What comes in: so many features.",
    Parameter("size", .positiveCount, "the number of features"),
    documentation: Documentation(
      examples: [Example("input(2)", gives: "input(2)")],
      seeAlso: ["sequential", "dense"],
      aliases: ["Input", "InputLayer"])
  ) { size in InputLayer(size: size) }

  public var display: Display { "input(\(size))" }

  public func build(at position: Architecture.Position) throws(Failure) -> any BuiltLayer {
    throw Failure(.argument, "\(display.printed().text) cannot stand between layers")
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
