/// One argument: its value and where it stands.
public struct Argument: Sendable {
  public let value: Value
  public let span: Range<Int>?
  /// The name that it was given, if any.
  public let label: String?

  public init(_ value: Value, at span: Range<Int>? = nil, label: String? = nil) {
    self.value = value
    self.span = span
    self.label = label
  }
}

/// The arguments of one call, grouped by parameter, to be taken in the order of the parameters.
public struct Arguments: Sendable {
  public let signature: Signature
  /// Where the built-in's name stands.
  public let callee: Range<Int>?
  public let groups: [[Argument]]
  private var position = 0

  /// `groups` has an entry for each of the first parameters, empty where the argument was left out, as are all others.
  public init(_ groups: [[Argument]], for signature: Signature, callee: Range<Int>? = nil) {
    precondition(groups.count <= signature.parameters.count)
    self.groups = groups + [[Argument]](repeating: [], count: signature.parameters.count - groups.count)
    self.signature = signature
    self.callee = callee
  }

  /// No arguments at all.
  public init(noneFor signature: Signature) {
    self.init(signature.parameters.map { _ in [] }, for: signature)
  }

  /// Where the argument for a parameter stands; nil where there is no such parameter or argument.
  public func span(named name: some StringProtocol) -> Range<Int>? {
    zip(signature.parameters, groups).first { $0.0.name == name }?.1.first?.span
  }

  private func spans(named name: String) -> [Range<Int>?] {
    zip(signature.parameters, groups).first { $0.0.name == name }?.1.map(\.span) ?? []
  }

  /// Where the argument stands that a failure is about, of a file the one that names it; nil where it is about none.
  public func span(of failure: Failure) -> Range<Int>? {
    switch (failure.subject, failure.kind) {
    case (.argument(let name), _): span(named: name)
    case (.element(let name, let index), _):
      spans(named: name).indices.contains(index) ? spans(named: name)[index] : span(named: name)
    case (.none, .file): zip(signature.parameters, groups).first { $0.0.domain == .file }?.1.first?.span
    default: nil
    }
  }

  /// The failure of an argument that would fit another parameter, as that one's argument would fit here; nil where it is
  /// not so.
  func exchangeFailure(_ parameter: ParameterDescription, _ group: [Argument]) -> Failure? {
    guard let argument = group.first, argument.label == nil else { return nil }
    for (other, others) in zip(signature.parameters, groups) where other.name != parameter.name {
      guard let second = others.first, second.label == nil, other.accepts(argument.value),
        parameter.accepts(second.value), !parameter.accepts(argument.value), argument.value.kind != second.value.kind
      else { continue }
      var failure = Failure(
        .argument, "\(parameter.name) must be \(parameter.noun), not \(argument.value.brief)",
        about: .argument(parameter.name), at: argument.span,
        hint: "\(parameter.name) and \(other.name) are the wrong way round: exchange them")
      if let first = argument.span, let last = second.span {
        failure.exchange = Failure.Exchange(first: first, second: last)
      }
      return failure
    }
    return nil
  }

  mutating func next() -> [Argument] {
    defer { position += 1 }
    return groups[position]
  }
}
