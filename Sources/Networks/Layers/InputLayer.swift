import Vocabulary

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
