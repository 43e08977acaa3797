import Vocabulary
import Workbench

/// A block of commands with what each is expected to print.
public struct Block: Sendable, Equatable {
  public let marks: [BlockMark]
  public private(set) var commands: [LessonCommand]
  /// Whether it stands in a comment, where readers do not see it.
  public let isHidden: Bool
  /// The lines of the file from its opening fence to its closing one, counted from 1.
  public let lines: ClosedRange<Int>

  /// Whether it is run with the rest; `skip` blocks are not, nor are exercises, which have blanks to fill, and solutions,
  /// which are run in their exercises' places.
  public var isRun: Bool { !marks.contains(.skip) && exercise == nil && solution == nil }

  /// Whether outputs are compared.
  public var isChecked: Bool { !isHidden && !marks.contains(.run) }

  /// The exercise that it poses.
  public var exercise: String? {
    for case .exercise(let id) in marks { return id }
    return nil
  }

  /// The exercise that it solves.
  public var solution: String? {
    for case .solution(let id) in marks { return id }
    return nil
  }

  /// What it counts, where that is said.
  public var points: Int? {
    for case .points(let points) in marks { return points }
    return nil
  }

  /// The block with some of its commands only.
  func filtered(_ isKept: (LessonCommand) -> Bool) -> Block {
    var copy = self
    copy.commands = commands.filter(isKept)
    return copy
  }

  init(_ marks: [BlockMark], _ content: [String], lines: ClosedRange<Int>) throws(Failure) {
    self.marks = marks
    self.lines = lines
    isHidden = false
    commands = try LessonCommand.read(content, firstLine: lines.lowerBound + 1)
  }

  /// The set-up in a comment: each line is a command, with a prompt or without, and goes on on the next where it is not complete.
  init(setUp comment: Comment) {
    marks = []
    isHidden = true
    lines = comment.lines
    commands = []
    // What is open shows without knowing a built-in.
    let session = Session(builtins: BuiltinTable([]))
    var pending: (source: String, line: Int)?
    for (number, text) in comment.content {
      let hasPrompt = text == ">" || text.hasPrefix("> ")
      let isContinuation = text == "|" || text.hasPrefix("| ")
      let bare = String(hasPrompt || isContinuation ? text.dropFirst(2) : text[...])
      if let begun = pending, hasPrompt || (!isContinuation && session.parse(begun.source).incompleteness == nil) {
        commands.append(LessonCommand(source: begun.source, line: begun.line, expected: []))
        pending = nil
      }
      if pending == nil, bare.allSatisfy(\.isWhitespace) { continue }
      pending = pending.map { ($0.source + "\n" + bare, $0.line) } ?? (bare, number)
    }
    if let pending { commands.append(LessonCommand(source: pending.source, line: pending.line, expected: [])) }
  }
}
