import Language
import Vocabulary
import Workbench

/// Runs the commands of a lesson one after the other. A copy is a snapshot: what is tried in it leaves the lesson as it was.
public struct LessonSession: Sendable {
  public var session: Session
  /// What ran out in the last command; nothing does where there is no budget.
  public private(set) var excess: Budget.Resource?
  /// The figures in the output of the last command.
  private(set) var figures: [ShownFigure] = []
  /// The results of the last command that were printed whole.
  private(set) var results: [StatementResult] = []
  /// Bytes of output that are kept of a text which is run without a budget; nil for all.
  var mostOutput: Int?
  private let budget: Budget?
  /// What is left for blocks without and with the mark `slow`.
  private var left: (plain: Budget, slow: Budget)

  /// More bytes than this are not shown of an output that is too long.
  private static let shownOfTooLong = 2_000

  /// A new session with the lesson's settings: width 80, no colour.
  ///
  /// - Parameters:
  ///   - builtins: what its commands may call.
  ///   - path: the lesson's file. Files beside it and below can be read; what is written goes to a temporary folder
  ///     that the session and its copies share, each seeing what it wrote itself. Without it no file but those can be read.
  ///   - seed: the session's seed.
  ///   - budget: what the commands may use up; nil for anything.
  public init(builtins: BuiltinTable, path: String? = nil, seed: UInt64 = 0, budget: Budget? = nil) {
    session = Session(builtins: builtins)
    session.files = .lesson(in: path.map(Self.folder))
    session.seed = seed
    self.budget = budget
    left = (budget ?? Budget(), (budget ?? Budget()).ofSlowBlocks)
    if let budget {
      session.context.limits.memory = budget.memory
      session.context.limits.largestMemory = budget.memory
    }
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }

  // MARK: Running

  /// Runs a command and compares what it prints.
  public mutating func run(_ command: LessonCommand, of block: Block) -> CommandResult {
    let start = ContinuousClock.now
    let (lines, failure) = output(of: command.source, isSlow: block.marks.contains(.slow))
    let duration = ContinuousClock.now - start
    let rendered =
      failure.map { FailureRenderer.render($0, in: command.source).lines.map { OutputLine(String($0)) } } ?? []
    let output = lines + rendered
    let outcome: CommandResult.Outcome
    if let excess {
      outcome = .overBudget(excess)
    } else if let failure {
      outcome = Self.outcome(of: failure, command, block, lines, rendered, hasBudget: budget != nil)
    } else {
      let isSilent = block.isSolutionWithoutOutput || block.exercise != nil
      let isFree = !block.isChecked || isSilent
      outcome = isFree || Matcher.matches(command.expected, lines) ? .holds : .differs
    }
    return CommandResult(
      command: command, outcome: outcome, output: output, figures: figures, failure: failure,
      failureLines: rendered.count,
      duration: duration)
  }

  /// Of a command that failed: an error must be announced by its first line; the source and caret lines may be left out.
  private static func outcome(
    of failure: Failure, _ command: LessonCommand, _ block: Block, _ lines: [OutputLine], _ rendered: [OutputLine],
    hasBudget: Bool
  ) -> CommandResult.Outcome {
    guard let announced = command.announcedError else {
      return hasBudget && failure.kind == .limit ? .overBudget(.memory) : .differs
    }
    let isWhole = command.expected.count > announced + 1
    let compared = lines + (isWhole ? rendered[...] : rendered.prefix(1))
    return Matcher.matches(command.expected, compared) ? .holds : .differs
  }

  /// Runs the commands of a block, those after one that fails too, but none after the budget is used up.
  public mutating func run(_ block: Block) -> [CommandResult] { run(block) { _, _, _ in } }

  /// What is told of a command that has run: what came of it, its block, and what its statements gave.
  typealias Witness = (_ result: CommandResult, _ block: Block, _ statements: [StatementResult]) -> Void

  mutating func run(_ block: Block, seeing see: Witness) -> [CommandResult] {
    var outcomes: [CommandResult] = []
    for command in block.commands {
      let outcome = run(command, of: block)
      see(outcome, block, results)
      outcomes.append(outcome)
      if excess != nil { break }
    }
    return outcomes
  }

  /// Does something in a copy of a session, on the budget of this one.
  mutating func apart<Output>(from start: LessonSession, _ body: (inout LessonSession) -> Output) -> Output {
    var copy = start
    copy.left = left
    defer { left = copy.left }
    return body(&copy)
  }

  /// What a text prints when it is run, and how it fails if it does.
  mutating func output(of source: String, isSlow: Bool = false) -> (lines: [OutputLine], failure: Failure?) {
    excess = nil
    figures = []
    results = []
    guard let budget else {
      let transcript = session.run(source)
      var lines: [OutputLine] = []
      var room = mostOutput ?? .max
      for result in transcript.results where excess == nil {
        let printed = result.printed
        let size = printed.text.utf8.count
        if size > room { excess = .output }
        add(OutputLine.lines(of: printed, first: min(size, room)), of: result, to: &lines)
        room -= min(size, room)
      }
      return (lines, transcript.failure)
    }
    var left = isSlow ? left.slow : left.plain
    let transcript = run(source, within: &left)
    var lines: [OutputLine] = []
    for result in transcript.results where excess != .output {
      let printed = result.printed
      let size = printed.text.utf8.count
      if size > left.output { excess = .output }
      add(OutputLine.lines(of: printed, first: size > left.output ? Self.shownOfTooLong : size), of: result, to: &lines)
      left.output -= min(size, left.output)
    }
    // All blocks share the room for output.
    (self.left.plain.output, self.left.slow.output) = (left.output, left.output)
    if isSlow { self.left.slow = left } else { self.left.plain = left }
    guard let excess else { return (lines, transcript.failure) }
    let isOfTime = excess == .steps || excess == .time
    let failure = Failure(
      .limit, (isSlow ? budget.ofSlowBlocks : budget).message(excess), at: transcript.failure?.span,
      hint: isOfTime && !isSlow ? "blocks marked slow may take \(Budget.slowFactor) times as much" : nil)
    return (lines, failure)
  }

  /// Adds what a statement printed, and the figure if it is one.
  private mutating func add(_ printed: [OutputLine], of result: StatementResult, to lines: inout [OutputLine]) {
    if excess == nil { results.append(result) }
    if let (figure, wordLines) = result.figure, printed.count > wordLines {
      figures.append(ShownFigure(figure: figure, lines: lines.count + wordLines..<lines.count + printed.count))
    }
    lines += printed
  }

  /// Runs a text and takes its steps and its time from what is left.
  private mutating func run(_ source: String, within left: inout Budget) -> Transcript {
    let start = ContinuousClock.now
    let before = session.context.allSteps
    let most = before.addingReportingOverflow(left.steps)
    session.context.limits.allSteps = most.overflow ? .max : most.partialValue
    session.interruption.limit(to: .seconds(left.seconds))
    let transcript = session.run(source)
    if session.interruption.isOverdue {
      excess = .time
    } else if session.context.allSteps > session.context.limits.allSteps ?? .max {
      excess = .steps
    }
    session.interruption.limit(to: nil)
    session.context.limits.allSteps = nil
    left.seconds = max(0, left.seconds - (ContinuousClock.now - start) / .seconds(1))
    left.steps = max(0, left.steps - (session.context.allSteps - before))
    return transcript
  }
}

/// What a lesson may use up.
public struct Budget: Sendable, Equatable {
  /// Something that can run out.
  public enum Resource: String, Sendable, CaseIterable {
    case steps, memory, output, time
  }

  /// Evaluation steps; the same number on every machine.
  public var steps = 1_000_000_000
  /// Bytes that one value may take.
  public var memory = 2_000_000_000
  /// Bytes that all outputs may take.
  public var output = 10_000_000
  /// Seconds that the commands may run; a last resort, since machines differ.
  public var seconds = 60.0

  public init() {}

  /// How many times as many steps and seconds all blocks marked `slow` have together.
  public static let slowFactor = 10

  /// What blocks marked `slow` may use up.
  var ofSlowBlocks: Budget {
    var budget = self
    budget.steps = steps.multipliedReportingOverflow(by: Self.slowFactor).overflow ? .max : steps * Self.slowFactor
    budget.seconds *= Double(Self.slowFactor)
    return budget
  }

  /// What is said when something has run out.
  func message(_ resource: Resource) -> String {
    switch resource {
    case .steps: "the lesson takes more than \(steps) steps"
    case .memory: "the lesson needs more memory than it may use"
    case .output: "the lesson prints more than \(output) bytes"
    case .time: "the lesson takes longer than \(seconds.formatted) s"
    }
  }
}

extension Double {
  /// Without a point where it is whole.
  fileprivate var formatted: String { Int(exactly: self).map(String.init) ?? String(self) }
}
