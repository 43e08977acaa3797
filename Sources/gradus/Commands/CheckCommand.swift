import ArgumentParser
import Builtins
import CLibEdit
import Lessons
import Platform

/// Runs lessons and compares what they print with what they say.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Run lessons and compare what they print with what they say.",
    discussion: """
      The exit status is 0 where all holds, 1 where something differs, 2 where a file cannot be read as a lesson or the call \
      is wrong, 3 where the report cannot be written.
      """)

  @Argument(help: "Lessons, or folders of them.", completion: .file())
  var paths: [String]

  @Option(help: "Only files with this text in their path.")
  var filter: String?

  @Option(help: "How many files run at once.")
  var jobs: Int?

  @Flag(help: "Stop at the first file that does not hold.")
  var failFast = false

  @Option(
    help: ArgumentHelp(
      "Seconds that a file may run; \(Budget.slowFactor) times as many for its slow blocks.", valueName: "seconds"))
  var timeLimit = Budget().seconds

  @Option(help: ArgumentHelp("Run under so many other seeds and say which outputs are luck.", valueName: "n"))
  var seeds: Int?

  @Option(help: "The report: \(ReportFormat.all.map { "\($0.name) (\($0.summary))" }.joined(separator: ", ")).")
  var format = ReportFormat.all[0]

  @Option(help: "A file for the report.", completion: .file())
  var output: String?

  @Flag(help: "Write what is printed into the lessons, after asking for each change.")
  var update = false

  @Flag(help: "Do not ask.")
  var yes = false

  @Flag(help: "Let an update put errors in the place of outputs.")
  var acceptErrors = false

  @Flag(help: "Run a lesson again whenever it changes, until Ctrl-C.")
  var watch = false

  @Option(help: "Colour: auto, always or never.")
  var color = ColorChoice.auto

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, not \(jobs)") }
    if let seeds, !(1...100_000).contains(seeds) {
      throw ValidationError("--seeds must be from 1 to 100000, not \(seeds)")
    }
    guard timeLimit > 0, timeLimit <= 1e6 else {
      throw ValidationError("--time-limit must be a number of seconds above 0, not \(timeLimit)")
    }
    if !update, yes || acceptErrors {
      throw ValidationError("\(yes ? "--yes" : "--accept-errors") is of use with --update only")
    }
    for (other, isGiven) in [
      ("--update", update), ("--seeds", seeds != nil), ("--output", output != nil), ("--fail-fast", failFast),
    ] where isGiven && watch { throw ValidationError("--watch and \(other) do not go together") }
    for (other, isGiven) in [
      ("--seeds", seeds != nil), ("--output", output != nil), ("--format", format.name != ReportFormat.all[0].name),
    ] where isGiven && update { throw ValidationError("--update and \(other) do not go together") }
  }

  func run() throws {
    // A report that nobody reads or that has no room is told by its status.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    if let output, LessonFiles.candidates(paths).contains(where: { FileKind.isSame($0, output) }) {
      throw ValidationError("the report would take the place of the lesson '\(output)'")
    }
    var budget = Budget()
    budget.seconds = timeLimit
    let usesColor = color.isAllowed(on: standard_output())
    if watch {
      return try WatchLoop(
        paths, filter: filter, jobs: jobs, budget: budget, format: format, usesColor: usesColor
      ).run()
    }
    let check = LessonRunner(builtins: .standard, budget: budget, jobs: jobs).check(
      paths, filter: filter, failFast: failFast, seeds: seeds)
    var status = check.status
    if update {
      status = UpdateDialogue(acceptsErrors: acceptErrors, asks: !yes, usesColor: usesColor).update(check)
    } else {
      try ReportOutput(path: output).write(format.text(check, usesColor: usesColor && output == nil), format)
    }
    try ExitStatus(status).check()
  }
}

extension ReportFormat: ExpressibleByArgument {
  public init?(argument: String) {
    guard let format = Self.all.first(where: { $0.name == argument }) else { return nil }
    self = format
  }

  public var defaultValueDescription: String { name }
  public static var allValueStrings: [String] { all.map(\.name) }
}
