/// The signatures of all built-ins, found by name.
public struct Lexicon: Sendable {
  /// In the order in which they were declared; a built-in's place here is its number.
  public let signatures: [Signature]
  private let numbers: [String: Int]

  /// Two built-ins of one name are a fault of the program.
  public init(_ signatures: [Signature]) {
    self.signatures = signatures
    numbers = Dictionary(uniqueKeysWithValues: signatures.enumerated().map { ($1.name, $0) })
  }

  public var names: [String] { signatures.map(\.name) }

  /// The number of a built-in.
  public func number(of name: String) -> Int? { numbers[name] }

  public subscript(name: String) -> Signature? { numbers[name].map { signatures[$0] } }
}
