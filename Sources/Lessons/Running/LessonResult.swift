import Platform
import Plotting
import Vocabulary

/// How a lesson went.
public struct LessonResult: Sendable {
  public let path: String
  /// The commands that were run, in the order in which they were.
  public internal(set) var commands: [CommandResult] = []
  /// Blocks that ran with other values, too.
  public internal(set) var explored: [ExploredBlock] = []
  /// What is wrong with the keys of the exercises, and with what is explored.
  public internal(set) var flaws: [LessonFlaw] = []
  /// What holds only with some seeds, where others were tried.
  public internal(set) var luck: [Luck] = []
  /// Why the file could not be read as a lesson.
  public internal(set) var failure: Failure?
  /// The file as it was read; nil where there was none.
  var file: LessonFile?
  /// What was run; nil where it could not be read.
  public internal(set) var document: Document?
  /// How many commands are to be run.
  var runnable = 0

  init(path: String, failure: Failure? = nil) {
    self.path = path
    self.failure = failure
  }

  /// The files beside the lesson that its commands name, such as data.
  public var companions: [String] {
    let folder = BytePath(path).folder
    return (document?.filesNamed(in: folder) ?? []).map { folder.appending(BytePath($0)).text }
  }

  /// Commands that were run.
  public var count: Int { commands.count }
  public var failed: [CommandResult] { commands.filter { !$0.holds } }
  /// What was used up so that the rest was not run; what needs too much memory fails alone.
  var excess: Budget.Resource? { commands.last?.excess.flatMap { $0 == .memory ? nil : $0 } }
  /// Commands that were not run because the budget was used up.
  public var notRun: Int { excess == nil ? 0 : max(0, runnable - count) }
  /// Whether it could be read and everything in it holds.
  public var holds: Bool { failure == nil && flaws.isEmpty && commands.allSatisfy(\.holds) }
}

/// How a command of a lesson went.
public struct CommandResult: Sendable {
  public enum Outcome: Sendable, Equatable {
    case holds, differs
    /// It used up what the lesson may use.
    case overBudget(Budget.Resource)
  }

  public let command: LessonCommand
  public let outcome: Outcome
  /// What it printed, an error included.
  let output: [OutputLine]
  /// The figures among it.
  let figures: [ShownFigure]
  /// How it failed if it did, announced or not.
  public let failure: Failure?
  /// How many lines at the end of the output tell of the failure.
  let failureLines: Int
  /// How long it ran.
  let duration: Duration

  init(
    command: LessonCommand, outcome: Outcome, output: [OutputLine], figures: [ShownFigure] = [],
    failure: Failure? = nil, failureLines: Int = 0, duration: Duration = .zero
  ) {
    self.failureLines = failureLines
    self.duration = duration
    self.command = command
    self.outcome = outcome
    self.output = output
    self.figures = figures
    self.failure = failure
  }

  public var holds: Bool { outcome == .holds }

  /// What ran out, if something did.
  public var excess: Budget.Resource? { if case .overBudget(let resource) = outcome { resource } else { nil } }

  /// What is compared with what is expected: of an error the first line, unless more of it is written down; and the
  /// lines that show its place.
  var comparedOutput: (lines: [OutputLine], context: [OutputLine]) {
    let output = Matcher.trimmed(output)
    guard failureLines > 0 else { return (output, []) }
    let error = max(0, output.count - failureLines)
    let isWhole = command.announcedError.map { command.expected.count > $0 + 1 } ?? false
    return isWhole ? (output, []) : (Array(output[...error]), Array(output[(error + 1)...]))
  }

  /// Which of the compared lines is an error that was not expected.
  var unannouncedError: Int? {
    failure == nil || command.announcedError != nil ? nil : comparedOutput.lines.count - 1
  }

  /// What it printed, as text.
  public var outputText: String { output.map(\.text).joined(separator: "\n") }
}

/// A figure that a command showed, and the lines of the output which are its form as text.
struct ShownFigure: Sendable {
  let figure: Figure
  let lines: Range<Int>
}

/// How often something in a lesson holds when the session begins with other seeds.
public struct Luck: Sendable, Equatable {
  public let line: Int
  /// The command, or what is said of a key.
  public let title: String
  public let held: Int
  public let runs: Int
  /// Whether it holds with the lesson's own seed.
  public let isPlain: Bool

  /// What does not hold under every seed, in the order of the file; what never holds is no luck.
  static func list(plain: LessonResult, others: [Footprint]) -> [Luck] {
    let own = Footprint(plain)
    let keys = (others + [own]).flatMap(\.verdicts.keys)
    var titles: [Int: String] = [:]
    for command in plain.commands {
      titles[command.command.line] = "> " + command.command.source.lines.joined(separator: " ⏎ ")
    }
    return Set(keys).sorted().compactMap { line in
      // A command that was not reached does not hold; a key that is not complained of does.
      let held = others.count { $0.verdicts[line] ?? (titles[line] == nil) }
      let isPlain = own.verdicts[line] ?? true
      guard held < others.count, held > 0 || isPlain else { return nil }
      return Luck(
        line: line, title: titles[line] ?? "the key of an exercise", held: held, runs: others.count, isPlain: isPlain)
    }
  }

  /// What is kept of a run: which lines hold.
  struct Footprint: Sendable {
    let verdicts: [Int: Bool]

    init(_ result: LessonResult) {
      var verdicts: [Int: Bool] = [:]
      for command in result.commands { verdicts[command.command.line] = command.holds }
      for flaw in result.flaws { verdicts[flaw.line] = false }
      self.verdicts = verdicts
    }
  }
}
