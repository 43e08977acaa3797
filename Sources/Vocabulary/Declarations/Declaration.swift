/// A built-in that makes a thing, declared once: reading and checking its arguments, their messages, help, completion,
/// the printed reference and the test of its example all come from here.
public struct Declaration<Product: Sendable>: Sendable {
  public let signature: Signature
  private let maker: @Sendable (inout Arguments) throws(Failure) -> Product

  public init<each Input: Sendable>(
    _ name: String, _ summary: String, _ parameters: repeat Parameter<each Input>,
    documentation: Documentation,
    make: @escaping @Sendable (repeat each Input) throws(Failure) -> Product
  ) {
    var descriptions: [ParameterDescription] = []
    for parameter in repeat each parameters { descriptions.append(parameter.description) }
    signature = Signature(name, summary, descriptions, documentation)
    maker = { (arguments: inout Arguments) throws(Failure) -> Product in
      try make(repeat try (each parameters).take(from: &arguments))
    }
  }

  public var name: String { signature.name }

  /// Makes the thing. Throws what the parameters or the maker find wrong.
  public func make(_ arguments: Arguments) throws(Failure) -> Product {
    var arguments = arguments
    return try maker(&arguments)
  }

  /// Makes the thing from the first arguments and leaves the further ones to be taken.
  public func make(taking arguments: inout Arguments) throws(Failure) -> Product {
    try maker(&arguments)
  }

  /// The thing with all its defaults; throws where an argument is required.
  public func makeDefault() throws(Failure) -> Product {
    try make(Arguments(noneFor: signature))
  }
}
