/// What help says beyond the signature.
public struct Documentation: Sendable {
  /// The group under which the reference lists it, such as `distributions`.
  public var topic = ""
  /// In the notation of the language where possible: `stddev = √(2 / fan_in)`.
  public var formula: String?
  /// Where the formula or method comes from: author, title, year.
  public var source: String?
  /// What would surprise, in whole sentences.
  public var notes: String?
  public var examples: [Example]
  public var seeAlso: [String]
  /// What other libraries and languages call it.
  public var aliases: [ForeignName]

  public init(
    formula: String? = nil, source: String? = nil, notes: String? = nil, examples: [Example] = [],
    seeAlso: [String] = [], aliases: [ForeignName] = []
  ) {
    self.formula = formula
    self.source = source
    self.notes = notes
    self.examples = examples
    self.seeAlso = seeAlso
    self.aliases = aliases
  }

  /// What a library calls it, nil where it has no name of its own there.
  public func name(in library: ForeignName.Library) -> String? {
    aliases.first { $0.library == library }?.name
  }
}

/// A command and what it prints; the tests run every one.
public struct Example: Sendable, Equatable {
  public let input: String
  public let output: String

  public init(_ input: String, gives output: String) {
    self.input = input
    self.output = output
  }
}
