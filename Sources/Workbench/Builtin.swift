import Language
import Platform
import Vocabulary

/// A built-in as the session runs it: its signature and what it does.
public struct Builtin: Sendable {
  public internal(set) var signature: Signature
  /// The same on plain numbers, where it is a function of one or two.
  var numeric: NumericFunction?
  /// What it makes of many numbers, where it can be had piece by piece.
  var reduction: NumericReduction?
  public let body: @Sendable (inout Arguments, inout Session) throws(Failure) -> Value

  public var name: String { signature.name }

  /// A built-in that needs the session; the closure's first parameter must be spelled `(session: inout Session, …)`.
  public init<each Input: Sendable>(
    _ name: String, _ summary: String, _ parameters: repeat Parameter<each Input>,
    documentation: Documentation, derivative: Derivative? = nil, yields result: (any Record.Type)? = nil,
    body: @escaping @Sendable (inout Session, repeat each Input) throws(Failure) -> Value
  ) {
    var descriptions: [ParameterDescription] = []
    for parameter in repeat each parameters { descriptions.append(parameter.description) }
    signature = Signature(name, summary, descriptions, documentation)
    signature.derivative = derivative
    signature.result = result
    self.body = { (arguments: inout Arguments, session: inout Session) throws(Failure) -> Value in
      try body(&session, repeat try (each parameters).take(from: &arguments))
    }
  }

  /// A built-in that makes a thing.
  public init<Product>(
    _ declaration: Declaration<Product>, value: @escaping @Sendable (Product) throws(Failure) -> Value
  ) {
    self.init(declaration.signature) { (arguments, _) throws(Failure) in
      try value(try declaration.make(taking: &arguments))
    }
  }

  public init(
    _ signature: Signature,
    body: @escaping @Sendable (inout Arguments, inout Session) throws(Failure) -> Value
  ) {
    self.signature = signature
    self.body = body
  }

  /// The same with what it yields, where its declaration does not say so.
  public func yielding(_ result: any Record.Type) -> Builtin {
    var copy = self
    copy.signature.result = result
    return copy
  }

  /// The same with what it may yield besides.
  public func yielding(also results: any Record.Type...) -> Builtin {
    var copy = self
    copy.signature.otherResults += results
    return copy
  }

  /// The same with what it does to plain numbers.
  public func on(numbers function: NumericFunction) -> Builtin {
    var copy = self
    copy.numeric = function
    return copy
  }

  /// The same with what it makes of many numbers.
  public func on(numbers reduction: NumericReduction) -> Builtin {
    var copy = self
    copy.reduction = reduction
    return copy
  }

  /// The same under a heading of the reference.
  func under(_ topic: String) -> Builtin {
    var copy = self
    copy.signature.documentation.topic = topic
    return copy
  }
}

/// The built-ins of a session. A conversation knows no built-in of its own: it is handed a table, which may hold three.
///
/// Nothing in it is made before it is asked for.
public struct BuiltinTable: Sendable {
  private let builtins: Deferred<[Builtin]>
  /// By name, with the words that other libraries have for them.
  public let lexicon: Lexicon
  private let help: Deferred<HelpContents>

  /// - Parameters:
  ///   - headings: the built-ins under each heading of the reference.
  ///   - foreignNames: words of other languages that no single built-in answers, and what to write instead.
  ///   - foreignArguments: arguments of other libraries that no parameter answers.
  ///   - pages: what help says of what is no built-in.
  ///   - lessons: the lessons that help may point to.
  public init(
    _ headings: @autoclosure @escaping @Sendable () -> [(topic: String, builtins: [Builtin])],
    foreignNames: @autoclosure @escaping @Sendable () -> [ForeignName] = [],
    foreignArguments: @autoclosure @escaping @Sendable () -> [ForeignArgument] = [],
    pages: @autoclosure @escaping @Sendable () -> [HelpTopic] = [],
    lessons: @autoclosure @escaping @Sendable () -> [LessonOutline] = []
  ) {
    let builtins = Deferred { headings().flatMap { heading in heading.builtins.map { $0.under(heading.topic) } } }
    self.builtins = builtins
    lexicon = Lexicon(
      builtins.value.map(\.signature), foreignNames: foreignNames(), foreignArguments: foreignArguments())
    help = Deferred { HelpContents(foreignNames: foreignNames(), pages: pages(), lessons: lessons()) }
  }

  /// In the order of the reference.
  public var all: [Builtin] { builtins.value }
  /// Words of other languages that no single built-in answers.
  public var foreignNames: [ForeignName] { help.value.foreignNames }
  /// What help says of what is no built-in.
  public var pages: [HelpTopic] { help.value.pages }
  /// The lessons that help may point to.
  public var lessons: [LessonOutline] { help.value.lessons }

  private struct HelpContents: Sendable {
    let foreignNames: [ForeignName]
    let pages: [HelpTopic]
    let lessons: [LessonOutline]
  }
}
