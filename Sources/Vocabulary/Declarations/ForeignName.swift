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
    return path.split(separator: ".").last.map(String.init) ?? name
  }
}
