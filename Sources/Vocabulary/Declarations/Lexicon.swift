/// The signatures of all built-ins, found by name.
public struct Lexicon: Sendable {
  /// In the order in which they were declared; a built-in's place here is its number.
  public let signatures: [Signature]
  private let numbers: [String: Int]
  private let advice: [String: String]
  /// The built-ins that stand for names from elsewhere.
  private let translations: [String: String]

  /// Two built-ins of one name are a fault of the program.
  ///
  /// `foreignNames` are those of other languages and libraries that no single built-in answers.
  public init(_ signatures: [Signature], foreignNames: [ForeignName] = []) {
    self.signatures = signatures
    numbers = Dictionary(uniqueKeysWithValues: signatures.enumerated().map { ($1.name, $0) })
    var advice: [String: String] = [:]
    var translations: [String: String] = [:]
    for signature in signatures {
      for alias in signature.documentation.aliases where numbers[alias.word] == nil {
        advice[alias.word] = alias.advice ?? "here: \(signature.usage)"
        if alias.advice == nil { translations[alias.word] = signature.name }
      }
    }
    for foreign in foreignNames {
      advice[foreign.word] = foreign.advice
      if let code = foreign.code, numbers[code] != nil { translations[foreign.word] = code }
    }
    self.advice = advice
    self.translations = translations
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

  /// The failure of a name that means nothing, with what to write instead of it or the nearest of some names and of the
  /// built-ins.
  public func unknown(
    _ name: String, _ message: String, at span: Range<Int>?, among others: [String] = []
  ) -> Failure {
    let failure = Failure(.name, message, about: .name(name), at: span)
    if let advice = advice(for: name) {
      var advised = failure.hinting(advice)
      if let translation = translations[name], let span {
        advised.fix = Failure.Fix(replacing: span, with: translation)
      }
      return advised
    }
    return failure.suggesting(for: name, at: span, among: others + names)
  }
}
