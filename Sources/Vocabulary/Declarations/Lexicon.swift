/// The signatures of all built-ins, found by name.
public struct Lexicon: Sendable {
  /// In the order in which they were declared; a built-in's place here is its number.
  public let signatures: [Signature]
  private let numbers: [String: Int]
  private let advice: [String: String]

  /// Two built-ins of one name are a fault of the program.
  ///
  /// `elsewhere` has names from other languages and libraries for which there is no single built-in.
  public init(_ signatures: [Signature], elsewhere: [Spelling] = []) {
    self.signatures = signatures
    numbers = Dictionary(uniqueKeysWithValues: signatures.enumerated().map { ($1.name, $0) })
    var advice: [String: String] = [:]
    for signature in signatures {
      for spelling in signature.documentation.elsewhere {
        advice[spelling.name] = "here: " + (spelling.advice ?? signature.usage)
      }
    }
    for spelling in elsewhere { advice[spelling.name] = spelling.advice }
    self.advice = advice
  }

  public var names: [String] { signatures.map(\.name) }

  /// The number of a built-in.
  public func number(of name: String) -> Int? { numbers[name] }

  public subscript(name: String) -> Signature? { numbers[name].map { signatures[$0] } }

  /// What to write for a name from NumPy, Keras or PyTorch, nil where it is not known as one.
  ///
  /// Of a name with dots the last word counts: `torch.randn`, `nn.Linear`.
  public func advice(for name: String) -> String? {
    let word = name.split(separator: ".").last.map(String.init) ?? name
    if let known = advice[word] { return known }
    return name == word ? nil : self[word].map { "here: \($0.usage)" }
  }

  /// What to do about a name that means nothing: its spelling here, or the nearest of some names and of the built-ins.
  public func hint(for name: String, among others: [String] = []) -> String? {
    advice(for: name) ?? Suggestion.hint(for: name, among: others + names)
  }
}
