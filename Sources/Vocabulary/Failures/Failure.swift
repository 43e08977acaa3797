/// Something that went wrong, in the learner's words.
///
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

  public var kind: Kind
  /// What is wrong: one sentence, lower case, no full stop.
  public var message: String
  /// Where: UTF-8 offsets into the text that was run.
  public var span: Range<Int>?
  /// In which file and on which line, where it is about a document.
  public var location: Location?
  /// What to do, such as `did you mean 'sample'?`.
  public var hint: String?

  public init(_ kind: Kind, _ message: String, at span: Range<Int>? = nil, hint: String? = nil) {
    self.kind = kind
    self.message = message
    self.span = span
    self.hint = hint
  }

  /// The same failure at a place, unless it already has one.
  public func at(_ span: Range<Int>?) -> Failure {
    var copy = self
    copy.span = self.span ?? span
    return copy
  }
}
