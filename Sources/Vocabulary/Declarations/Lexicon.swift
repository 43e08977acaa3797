import Platform

/// The signatures of all built-ins, found by name.
///
/// Nothing in it is made before it is asked for: most of what is typed needs no word from elsewhere, and plain arithmetic
/// needs no word at all.
public struct Lexicon: Sendable {
  private let own: Deferred<OwnWords>
  private let foreign: Deferred<ForeignWords>

  /// Two built-ins of one name are a fault of the program.
  ///
  /// `foreignNames` are those of other languages and libraries that no single built-in answers.
  ///
  /// `foreignArguments` are arguments of their functions that no parameter answers.
  public init(
    _ signatures: @autoclosure @escaping @Sendable () -> [Signature],
    foreignNames: @autoclosure @escaping @Sendable () -> [ForeignName] = [],
    foreignArguments: @autoclosure @escaping @Sendable () -> [ForeignArgument] = []
  ) {
    let arguments = Deferred { ForeignArgumentIndex(foreignArguments()) }
    let own = Deferred { OwnWords(signatures(), foreignArguments: arguments) }
    self.own = own
    foreign = Deferred { ForeignWords(foreignNames(), beside: own.value) }
  }

  /// In the order in which they were declared; a built-in's place here is its number.
  public var signatures: [Signature] { own.value.signatures }

  public var names: [String] { signatures.map(\.name) }

  /// The number of a built-in.
  public func number(of name: String) -> Int? { own.value.numbers[name] }

  public subscript(name: String) -> Signature? {
    let words = own.value
    return words.numbers[name].map { words.signatures[$0] }
  }

  /// What to write for a name from NumPy, Keras or PyTorch, nil where it is not known as one.
  ///
  /// Of a name with dots the last word counts: `torch.randn`, `nn.Linear`.
  public func advice(for name: String) -> String? {
    let advice = foreign.value.advice
    if let known = advice[name] { return known }
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
      if let translation = foreign.value.translations[name], let span {
        advised.fix = Failure.Fix(replacing: span, with: translation)
      }
      return advised
    }
    return failure.suggesting(for: name, at: span, among: others + names)
  }
}

/// The built-ins by name.
private struct OwnWords: Sendable {
  let signatures: [Signature]
  let numbers: [String: Int]

  init(_ signatures: [Signature], foreignArguments: Deferred<ForeignArgumentIndex>) {
    self.signatures = signatures.map { signature in
      var copy = signature
      copy.foreignArguments = foreignArguments
      return copy
    }
    numbers = Dictionary(uniqueKeysWithValues: signatures.enumerated().map { ($1.name, $0) })
  }
}

/// Names from elsewhere.
private struct ForeignWords: Sendable {
  /// What to write for each.
  private(set) var advice: [String: String] = [:]
  /// The built-ins that stand for some of them.
  private(set) var translations: [String: String] = [:]

  init(_ names: [ForeignName], beside own: OwnWords) {
    for signature in own.signatures {
      for alias in signature.documentation.aliases where own.numbers[alias.word] == nil {
        advice[alias.word] = alias.advice ?? "here: \(signature.usage)"
        if alias.advice == nil { translations[alias.word] = signature.name }
      }
    }
    for foreign in names {
      advice[foreign.word] = foreign.advice
      if let code = foreign.code, own.numbers[code] != nil { translations[foreign.word] = code }
    }
  }
}

/// What to do instead of arguments that others have.
struct ForeignArgumentIndex: Sendable {
  private let arguments: [String: [ForeignArgument]]

  init(_ arguments: [ForeignArgument]) { self.arguments = Dictionary(grouping: arguments, by: \.name) }

  /// The advice for an argument of a built-in, the last where there are several.
  func advice(for label: String, of callee: String) -> String? {
    arguments[label]?.last { $0.owners.isEmpty || $0.owners.contains(callee) }?.advice
  }
}
