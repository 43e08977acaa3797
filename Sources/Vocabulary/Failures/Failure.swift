/// Something that went wrong, in the learner's words.
///
/// Its message is for people only: what a program needs to know of a failure is in `kind`, `subject`, `span` and `fix`.
/// The place is added while the error travels outwards: whoever knows it first says so with `at(_:)`.
public struct Failure: Error, Sendable, Equatable {
  public enum Kind: String, Sendable {
    /// The line cannot be read.
    case syntax
    /// The text breaks off: more lines may complete it.
    case unfinished
    /// A name means nothing.
    case name
    /// A built-in was given the wrong arguments.
    case argument
    /// An operation does not apply to such values.
    case type
    /// A limit on memory, steps or depth was met.
    case limit
    /// The learner stopped the work.
    case interrupted
    /// A file cannot be read or written.
    case file
    /// A document is no lesson, or lessons and paths do not fit together.
    case document
  }

  /// What a failure is about, beyond its place.
  public enum Subject: Sendable, Equatable {
    case none
    /// The argument for a parameter of the built-in that fails; the caret goes there.
    case argument(String)
    /// One of the arguments for a parameter that takes several, counted from 0.
    case element(of: String, Int)
    /// A name that means nothing.
    case name(String)
  }

  /// A change of the text that mends it: the learner may take it over as it is.
  public struct Fix: Sendable, Equatable {
    /// What is replaced: UTF-8 offsets into the text that was run, of no length where something is only put in.
    public let span: Range<Int>
    public let text: String

    public init(replacing span: Range<Int>, with text: String) {
      self.span = span
      self.text = text
    }

    /// The text with the change made.
    public func applied(to source: String) -> String {
      let bytes = Array(source.utf8)
      let span = span.clamped(to: 0..<bytes.count)
      return String(decoding: bytes[..<span.lowerBound], as: UTF8.self) + text
        + String(decoding: bytes[span.upperBound...], as: UTF8.self)
    }
  }

  /// Two places of the text whose contents are the wrong way round.
  public struct Exchange: Sendable, Equatable {
    public let first: Range<Int>
    public let second: Range<Int>
  }

  public var kind: Kind
  public var subject: Subject
  /// What is wrong: one sentence, lower case, no full stop.
  public var message: String
  /// Where: UTF-8 offsets into the text that was run.
  public var span: Range<Int>?
  /// In which file and on which line, where it is about a document.
  public var location: Location?
  /// What to do, such as `did you mean 'sample'?`.
  public var hint: String?
  /// What the hint says, as a change of the text, where it is one.
  public var fix: Fix?
  /// What becomes the fix once the text is known.
  public var exchange: Exchange?

  public init(
    _ kind: Kind, _ message: String, about subject: Subject = .none, at span: Range<Int>? = nil, hint: String? = nil,
    fix: Fix? = nil
  ) {
    self.kind = kind
    self.message = message
    self.subject = subject
    self.span = span
    self.hint = hint
    self.fix = fix
  }

  /// The same failure with its exchange as a change of the text.
  public func exchanging(in source: String) -> Failure {
    guard fix == nil, let exchange else { return self }
    let bytes = Array(source.utf8)
    let places = [exchange.first, exchange.second].sorted { $0.lowerBound < $1.lowerBound }
    guard places[0].upperBound <= places[1].lowerBound, places[1].upperBound <= bytes.count else { return self }
    let parts = [places[1], places[0].upperBound..<places[1].lowerBound, places[0]]
    var copy = self
    copy.fix = Fix(
      replacing: places[0].lowerBound..<places[1].upperBound,
      with: parts.map { String(decoding: bytes[$0], as: UTF8.self) }.joined())
    return copy
  }

  /// The same failure that offers to write something else in a place.
  public func writing(_ text: String, replacing span: Range<Int>?) -> Failure {
    var copy = hinting("write \(text)")
    copy.fix = span.map { Fix(replacing: $0, with: text) }
    return copy
  }

  /// The same failure that offers the nearest of some words, where one is near, in the place of the one that was written.
  public func suggesting(
    for word: String, at span: Range<Int>?, among candidates: some Sequence<String>
  ) -> Failure {
    guard let near = Suggestion.nearest(to: word, among: candidates) else { return self }
    var copy = hinting("did you mean '\(near)'?")
    copy.fix = span.map { Fix(replacing: $0, with: near) }
    return copy
  }

  /// The same failure with what to do.
  public func hinting(_ hint: String) -> Failure {
    var copy = self
    copy.hint = hint
    return copy
  }

  /// The same failure about another argument.
  public func about(_ argument: String) -> Failure {
    var copy = self
    copy.subject = .argument(argument)
    return copy
  }

  /// The same failure at a place, unless it already has one.
  public func at(_ span: Range<Int>?) -> Failure {
    var copy = self
    copy.span = self.span ?? span
    return copy
  }
}

extension Failure {
  /// Where in a file something stands.
  public struct Location: Sendable, Equatable {
    /// The path of the file; nil where whoever found it did not know.
    public var file: String?
    /// Counted from 1; nil where the whole file is meant.
    public var line: Int?

    public init(file: String? = nil, line: Int? = nil) {
      self.file = file
      self.line = line
    }
  }

  /// A failure that stands on a line of a document.
  public init(_ kind: Kind, _ message: String, line: Int?, hint: String? = nil) {
    self.init(kind, message, hint: hint)
    if let line { location = Location(line: line) }
  }

  /// The line of the document, counted from 1.
  public var line: Int? { location?.line }

  /// The same failure about a file, unless it already names one.
  public func located(in file: String) -> Failure {
    var copy = self
    copy.location = Location(file: location?.file ?? file, line: line)
    return copy
  }

  /// `file:line: message (hint)`, without what is not known.
  public func text(in file: String? = nil) -> String {
    let position = [location?.file ?? file, line.map { String($0) }].compactMap { $0 }.joined(separator: ":")
    return (position.isEmpty ? "" : position + ": ") + message + (hint.map { " (\($0))" } ?? "")
  }
}
