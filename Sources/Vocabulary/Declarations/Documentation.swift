/// What help says beyond the signature.
public struct Documentation: Sendable {
  /// The group under which the reference lists it, such as `distributions`.
  public var topic = ""
  /// In the notation of the language where possible: `stddev = √(2 / fan_in)`.
  public var formula: String?
  /// Where the formula or method comes from: author, title, year.
  public var source: String?
  /// What would surprise, in whole sentences; several lines are a list.
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

/// A name that another library or language has for something here: an error answers it with gradus's own, help lists it,
/// and what is exported is written with it.
public struct ForeignName: Sendable, Equatable, ExpressibleByStringLiteral {
  /// Whose name it is.
  public enum Library: String, Sendable, CaseIterable {
    case keras, torch, numpy, scipy, sklearn, r, matlab
  }

  /// As it is written there, with or without the names of modules: `nn.ELU`, `randn`.
  public let name: String
  /// Nil where several have it.
  public let library: Library?
  /// What to do instead, in words; nil for the thing's own usage.
  public let advice: String?
  /// What to write instead, as it can be typed where x and n are numbers, v and w vectors, m is a matrix, f a function, d
  /// a distribution, net a network and data fits it.
  public let code: String?

  public init(
    _ name: String, in library: Library? = nil, instead advice: String? = nil, write code: String? = nil
  ) {
    self.name = name
    self.library = library
    self.code = code
    self.advice = advice.map { advice in code.map { "\(advice): \($0)" } ?? advice } ?? code.map { "write \($0)" }
  }

  public init(stringLiteral name: String) { self.init(name) }

  /// Keras's name.
  public static func keras(_ name: String, instead advice: String? = nil) -> ForeignName {
    ForeignName(name, in: .keras, instead: advice)
  }

  /// PyTorch's name.
  public static func torch(_ name: String, instead advice: String? = nil) -> ForeignName {
    ForeignName(name, in: .torch, instead: advice)
  }

  /// NumPy's name.
  public static func numpy(_ name: String, instead advice: String? = nil) -> ForeignName {
    ForeignName(name, in: .numpy, instead: advice)
  }

  /// SciPy's name.
  public static func scipy(_ name: String, instead advice: String? = nil) -> ForeignName {
    ForeignName(name, in: .scipy, instead: advice)
  }

  /// What a learner would type for it: the last word of the name, without modules and brackets.
  public var word: String {
    let path = name.prefix { $0 != "(" }
    // In R a dot is a letter: which.max.
    if library == .r { return String(path) }
    return path.split(separator: ".").last.map(String.init) ?? name
  }
}

/// An argument of other libraries' functions that has no single counterpart here, and what to do instead.
public struct ForeignArgument: Sendable {
  public let name: String
  /// The built-ins whose callers may write it; empty for any.
  public let owners: Set<String>
  public let advice: String

  public init(_ name: String, of owners: Set<String>, _ advice: String) {
    self.name = name
    self.owners = owners
    self.advice = advice
  }
}
