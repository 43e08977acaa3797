import Probability
import Vocabulary

/// A layer as it is described, before it has weights; or several that are put into a network together.
public protocol Layer: Object {
  /// Puts it behind the layers that a network has so far. Throws where it cannot stand there.
  func add(to assembly: inout LayerAssembly) throws(Failure)
  /// How many layers are written in it, and how deep inside each other.
  var extent: LayerExtent { get }
}

extension Layer {
  public var kind: String { "layer" }
  public var extent: LayerExtent { LayerExtent() }
  public var numberCount: Int { 8 * extent.count }
}

/// A layer that stands in a network as one.
public protocol SingleLayer: Layer {
  /// The layer where it stands in a network. Throws where it cannot stand there.
  func build(at position: Architecture.Position) throws(Failure) -> any BuiltLayer
}

extension SingleLayer {
  public func add(to assembly: inout LayerAssembly) throws(Failure) {
    try assembly.append { (position) throws(Failure) in try build(at: position) }
  }
}

/// All layers; a new one is one file and one line here.
public let layers = Catalog<any Layer>(
  "layer",
  [
    InputLayer.declaration,
    DenseLayer.declaration,
    ActivationLayer.declaration,
    DropoutLayer.declaration,
    BatchNormalizationLayer.declaration,
    LayerNormalizationLayer.declaration,
    RepeatedLayers.declaration,
    ResidualLayer.declaration,
  ])

extension Kind where Output == any Layer {
  /// A layer, such as `dense(5, tanh)`.
  public static let layer = Kind("a layer, such as dense(5, tanh)", .object("layer")) { value in
    if case .object(let object) = value { object as? any Layer } else { nil }
  }
}

extension Kind where Output == [any Layer] {
  /// A layer, or a list of layers, in which there may be further lists.
  public static let layers = Kind(
    "a layer, such as dense(5, tanh), or a list of layers",
    .either([.object("layer"), .list(of: .object("layer"))])
  ) { read($0) }

  private static func read(_ value: Value) -> [any Layer]? {
    switch value {
    case .object(let layer as any Layer): return [layer]
    case .vector([]): return []
    case .list(let values):
      let parts = values.compactMap(read)
      return parts.count == values.count ? parts.flatMap(\.self) : nil
    default: return nil
    }
  }
}

/// What comes in: so many features.
public struct InputLayer: Layer {
  public let size: Int

  public init(size: Int) { self.size = size }

  static let declaration = Declaration<any Layer>(
    "input", "What comes in: so many features.",
    Parameter("size", .positiveCount, "the number of features", aliases: ["shape", "input_shape", "units", "n"]),
    documentation: Documentation(
      examples: [
        Example("sequential(input(3), dense(1), seed=1)", gives: "sequential: 3 → 1 linear, 4 parameters")
      ],
      seeAlso: ["sequential", "dense"],
      aliases: ["Input", "InputLayer"])
  ) { size in InputLayer(size: size) }

  public var display: Display { "input(\(size))" }

  public func add(to assembly: inout LayerAssembly) throws(Failure) {
    throw Failure(
      .argument, "\(display.printed().text) cannot stand between layers", hint: "it is the first layer of sequential")
  }
}
