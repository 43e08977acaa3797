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
