import Vocabulary

/// What is said of one thing that a lesson holds: the same in every format.
struct Verdict {
  enum Kind: String {
    case holds
    case differs
    case overBudget = "over budget"
    /// A key of an exercise that is worth nothing.
    case flaw
    case unreadable
    case notRun = "not run"
  }

  let kind: Kind
  let line: Int?
  /// What is wrong, in one line; empty where nothing is.
  let message: String
  /// The command that it is about.
  let result: CommandResult?
  private let heading: String

  /// What it is about, such as `> √250`.
  var title: String { result.map { "> " + $0.command.source.lines.joined(separator: " ⏎ ") } ?? heading }

  /// What was expected, where outputs were compared.
  var expected: [String] { result?.command.expected ?? [] }

  /// What came.
  var output: [String] { result.map { Matcher.trimmed($0.output).map(\.text) } ?? [] }

  /// Everything that is to be said of a lesson, in the order in which it was run.
  static func all(of lesson: LessonResult) -> [Verdict] {
    var verdicts: [Verdict] = []
    if let failure = lesson.failure {
      let message = failure.message + (failure.hint.map { " (\($0))" } ?? "")
      verdicts.append(
        Verdict(kind: .unreadable, line: failure.line, title: "can be read as a lesson", message: message))
    }
    verdicts += lesson.commands.map { Verdict($0) }
    verdicts += lesson.flaws.map { flaw in
      Verdict(kind: .flaw, line: flaw.line, title: "key of an exercise", message: "\(flaw.message): \(flaw.detail)")
    }
    if lesson.notRun > 0 {
      let title = "\(counted(lesson.notRun, "command")) after that"
      verdicts.append(Verdict(kind: .notRun, line: nil, title: title, message: "the budget was used up"))
    }
    return verdicts
  }

  private init(kind: Kind, line: Int?, title: String, message: String) {
    (self.kind, self.line, heading, self.message, result) = (kind, line, title, message, nil)
  }

  private init(_ result: CommandResult) {
    self.result = result
    line = result.command.line
    heading = ""
    switch result.outcome {
    case .holds: (kind, message) = (.holds, "")
    case .differs:
      let isError = result.failure != nil && result.command.announcedError == nil
      kind = .differs
      message = isError ? "it fails: \(result.failure?.message ?? "")" : "it prints something else"
    case .overBudget:
      let failure = result.failure
      kind = .overBudget
      message = (failure?.message ?? "") + (failure?.hint.map { " (\($0))" } ?? "")
    }
  }
}

/// How many verdicts of each kind there are.
struct Tally {
  private(set) var lessons = 0
  private(set) var commands = 0
  private var counts: [Verdict.Kind: Int] = [:]

  init(_ lessons: [LessonResult]) {
    for lesson in lessons {
      self.lessons += 1
      commands += lesson.count
      counts[.notRun, default: 0] += lesson.notRun
      for verdict in Verdict.all(of: lesson) where verdict.kind != .notRun { counts[verdict.kind, default: 0] += 1 }
    }
  }

  subscript(kind: Verdict.Kind) -> Int { counts[kind] ?? 0 }
}
