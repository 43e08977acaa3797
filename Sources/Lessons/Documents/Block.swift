import Vocabulary
import Workbench

/// A block of commands with what each is expected to print.
public struct Block: Sendable, Equatable {
  public private(set) var marks: [BlockMark]
  public private(set) var commands: [LessonCommand]
  /// Whether it stands in a comment, where readers do not see it.
  public let isHidden: Bool
  /// The setting of what it explores with which it is written; empty where it explores nothing.
  public private(set) var written: Exploration.Setting = []
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

  /// What it explores, where it does.
  public var exploration: Exploration? {
    for case .explore(let exploration) in marks { return exploration }
    return nil
  }

  /// The block with other values of what it explores; nothing says what it prints then.
  func exploring(_ setting: Exploration.Setting) -> Block {
    guard let exploration else { return self }
    var copy = self
    copy.marks.append(.run)
    copy.commands = exploration.commands(commands, at: setting)
    return copy
  }

  /// Whether it solves an exercise and shows no output but errors, so that none is compared. Where it shows one, what its other
  /// commands print has to stand there, too.
  var isSolutionWithoutOutput: Bool {
    solution != nil && commands.allSatisfy { $0.expected.isEmpty || $0.announcedError != nil }
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

  /// The block with something else in the place of each command.
  func mapped(_ body: (LessonCommand) -> LessonCommand) -> Block {
    var copy = self
    copy.commands = commands.map(body)
    return copy
  }

  init(_ marks: [BlockMark], _ content: [String], lines: ClosedRange<Int>) throws(Failure) {
    self.marks = marks
    self.lines = lines
    isHidden = false
    commands = try LessonCommand.read(content, firstLine: lines.lowerBound + 1)
    if let exploration { written = try exploration.written(in: commands) }
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

/// How a block is meant: a word after `gradus` on its fence.
public enum BlockMark: Sendable, Equatable {
  /// Not run.
  case skip
  /// Run, its output not compared.
  case run
  /// The tutor asks for the output before it shows it.
  case predict
  /// Allowed to take long.
  case slow
  /// Run with each of some values, which readers move through.
  case explore(Exploration)
  /// A block with blanks, to be filled in by the learner.
  case exercise(String)
  /// What fills the blanks of an exercise.
  case solution(String)
  /// What an exercise counts.
  case points(Int)

  /// All words, each with how it is written and how it is read from what follows its `=`, nil where there is none.
  private static let readers: [(word: String, form: String, read: @Sendable (String?) -> BlockMark?)] = [
    ("skip", "just 'skip'", { $0 == nil ? .skip : nil }),
    ("run", "just 'run'", { $0 == nil ? .run : nil }),
    ("predict", "just 'predict'", { $0 == nil ? .predict : nil }),
    ("slow", "just 'slow'", { $0 == nil ? .slow : nil }),
    ("explore", Exploration.form, { _ in nil }),
    ("exercise", "exercise=ID, without blanks", { $0.map { .exercise($0) } }),
    ("solution", "solution=ID, without blanks", { $0.map { .solution($0) } }),
    ("points", Points.form, { $0.flatMap(Points.read).map { .points($0) } }),
  ]

  /// Reads what follows `gradus` on the fence.
  static func read(_ info: some StringProtocol, line: Int) throws(Failure) -> [BlockMark] {
    let words = info.wordsOutsideBrackets
    var marks: [BlockMark] = []
    let dials = words.compactMap(Exploration.Dial.init)
    for word in words where Exploration.Dial(word) == nil && word != "explore" {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      let value = parts.count == 2 ? String(parts[1]) : nil
      let reader = readers.first { $0.word == name }
      guard value != "", let mark = reader?.read(value) else {
        throw Failure(
          .document, "a block cannot be marked '\(word)'", line: line,
          hint: reader.map { "write \($0.form)" }
            ?? (words.contains("explore") && word.contains("=")
              ? "write \(Exploration.form)"
              : Suggestion.hint(for: name, among: readers.map(\.word))))
      }
      marks.append(mark)
    }
    guard words.contains("explore") else {
      if dials.isEmpty { return marks }
      throw Failure(
        .document, "values are given to a block that does not explore them", line: line,
        hint: "write \(Exploration.form)")
    }
    try checkThatAllIsShown(marks, line: line)
    return marks + [.explore(try Exploration(dials, line: line))]
  }

  /// What is explored is neither asked for nor left out.
  private static func checkThatAllIsShown(_ marks: [BlockMark], line: Int) throws(Failure) {
    let others = marks.compactMap { mark -> String? in
      switch mark {
      case .skip: "skip"
      case .predict: "predict"
      case .exercise: "exercise"
      case .solution: "solution"
      case .run, .slow, .points, .explore: nil
      }
    }
    if let other = others.first {
      throw Failure(
        .document, "a block cannot be marked both 'explore' and '\(other)'", line: line,
        hint: "let the exploration be a block of its own")
    }
  }
}

/// What an exercise or a quiz counts.
enum Points {
  static let form = "points=2, a whole number from 0 to 1000"

  /// A whole number of points, 0 to 1000.
  static func read(_ text: String) -> Int? { Int(text).flatMap { (0...1000).contains($0) ? $0 : nil } }
}

/// A command of a lesson and what it is expected to print.
public struct LessonCommand: Sendable, Equatable {
  /// What is run; several lines where the command goes over several.
  public let source: String
  /// Where it begins in the file, counted from 1.
  public let line: Int
  public let expected: [String]

  public init(source: String, line: Int, expected: [String]) {
    self.source = source
    self.line = line
    self.expected = expected
  }

  /// Where the expected output stands in the file, or would stand.
  public var expectedLines: Range<Int> {
    let first = line + source.lines.count
    return first..<first + expected.count
  }

  /// Which of the expected lines announces an error.
  var announcedError: Int? {
    expected.firstIndex { $0.drop(while: \.isWhitespace).hasPrefix("error:") }
  }

  /// Reads lines as a prompt shows them: `> ` begins a command, `| ` continues it, all else is output.
  static func read(_ lines: [String], firstLine: Int) throws(Failure) -> [LessonCommand] {
    var parts: [(source: String, line: Int, expected: [String])] = []
    for (index, line) in lines.enumerated() {
      if line == ">" || line.hasPrefix("> ") {
        parts.append((String(line.dropFirst(2)), firstLine + index, []))
        continue
      }
      guard let last = parts.indices.last else {
        if line.allSatisfy(\.isWhitespace) { continue }
        throw Failure(
          .document, "this stands before the first command", line: firstLine + index, hint: "commands begin with '> '")
      }
      if parts[last].expected.isEmpty, line == "|" || line.hasPrefix("| ") {
        parts[last].source += "\n" + line.dropFirst(2)
      } else {
        parts[last].expected.append(line)
      }
    }
    return parts.map {
      LessonCommand(source: $0.source, line: $0.line, expected: $0.expected).withoutTrailingBlankLines
    }
  }

  private var withoutTrailingBlankLines: LessonCommand {
    let blank = expected.reversed().prefix { $0.allSatisfy(\.isWhitespace) }.count
    return LessonCommand(source: source, line: line, expected: expected.dropLast(blank))
  }
}
