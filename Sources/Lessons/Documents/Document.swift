import Vocabulary

/// A lesson as it is written: what is to be run, done and answered, in the order of the file.
public struct Document: Sendable {
  /// A thing that happens when the lesson is gone through.
  public enum Step: Sendable, Equatable {
    /// Commands, seen or hidden.
    case block(Block)
    case exercise(Exercise)
    case quiz(Quiz)

    /// Where it stands in the file; of a quiz, its options.
    public var lines: ClosedRange<Int> {
      switch self {
      case .block(let block): block.lines
      case .exercise(let exercise): exercise.template.lines
      case .quiz(let quiz): quiz.lines
      }
    }
  }

  /// The text, without a byte order mark.
  public let markdown: String
  public let steps: [Step]
  /// Code blocks of other languages, which are left alone.
  public let otherBlocks: Int
  /// The lines of comments that are keys, which readers of the lesson must not see.
  public let keys: [ClosedRange<Int>]

  /// All blocks of commands in the order of the file, those of exercises and their solutions included.
  public let blocks: [Block]

  public var exercises: [Exercise] {
    steps.compactMap { if case .exercise(let exercise) = $0 { exercise } else { nil } }
  }

  public var quizzes: [Quiz] {
    steps.compactMap { if case .quiz(let quiz) = $0 { quiz } else { nil } }
  }

  /// Reads Markdown. Throws where a fence is never closed, a word after `gradus` is unknown, a block begins with something
  /// that is no command, or exercises, keys and quizzes do not fit together.
  public init(_ markdown: String) throws(Failure) {
    if let line = Self.loneCarriageReturn(in: markdown) {
      throw Failure(
        .document, "a carriage return stands alone here", line: line, hint: "end lines with a line feed, or with both")
    }
    let root = try MarkdownReader.read(markdown, includesText: false)
    var reading = DocumentReading(source: markdown.lines)
    try root.forEach { (element: MarkdownElement) throws(Failure) in try reading.add(element) }
    self.markdown = markdown
    steps = try reading.steps()
    blocks = reading.blocks
    keys = reading.keys.map(\.lines)
    otherBlocks = reading.otherBlocks
  }

  /// The line of a carriage return that is no part of a line end, which readers of Markdown take for one.
  private static func loneCarriageReturn(in markdown: String) -> Int? {
    var line = 1
    var wasReturn = false
    for byte in markdown.utf8 {
      if byte == UInt8(ascii: "\n") { line += 1 } else if wasReturn { return line }
      wasReturn = byte == UInt8(ascii: "\r")
    }
    return wasReturn ? line : nil
  }
}
