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
      Without a path, the lessons in the folder 'lessons' are checked, else those that came with gradus. A lesson is a \
      file, or the number or name of one of these.

      \(notes.endings.sentence)
      """)

  @Argument(
    help: ArgumentHelp("Lessons, folders of them, or their numbers or names.", valueName: "lesson"),
    completion: NamedLessons.completion
  )
  var paths: [String] = []

  @Option(help: ArgumentHelp("Only files with this text in their path.", valueName: "text"))
  var filter: String?

  @Option(help: ArgumentHelp("How many files run at once.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Stop at the first file that does not hold.")
  var failFast = false

  @Option(
    help: ArgumentHelp(
      "Seconds that a file may run; \(Budget.slowFactor) times as many for its slow blocks.", valueName: "seconds"))
  var timeLimit = Budget().seconds

  @Option(help: ArgumentHelp("Run under so many other seeds and say which outputs are luck.", valueName: "n"))
  var seeds: Int?

  @Option(
    help: ArgumentHelp(
      "Prove so many variants of each exercise that has some, where left out all of them.", valueName: "n"))
  var variants: Int?

  @Option(help: "The report: \(ReportFormat.all.map { "\($0.name) (\($0.summary))" }.joined(separator: ", ")).")
  var format = ReportFormat.all[0]

  @Option(help: ArgumentHelp("A file for the report.", valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Write what is printed into the lessons, after asking for each change.")
  var update = false

  @Flag(help: "Do not ask.")
  var yes = false

  @Flag(help: "Let an update put errors in the place of outputs.")
  var acceptErrors = false

  @Flag(help: "Run a lesson again whenever it changes, until Ctrl-C.")
  var watch = false

  @Option(help: ColorChoice.help)
  var color = ColorChoice.auto

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, not \(jobs)") }
    if let seeds, !(1...100_000).contains(seeds) {
      throw ValidationError("--seeds must be from 1 to 100000, not \(seeds)")
    }
    if let variants, variants < 1 { throw ValidationError("--variants must be at least 1, not \(variants)") }
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
    let choice: LessonChoice
    do {
      choice = try NamedLessons.choice(paths)
    } catch {
      // Somebody may be about to write what is watched.
      if watch { return try loop(over: paths) }
      return try report(Check([], failure: error))
    }
    let paths = choice.paths
    if let output, LessonFiles.candidates(paths).contains(where: { FileKind.isSame($0, output) }) {
      throw ValidationError("the report would take the place of the lesson '\(output)'")
    }
    if watch { return try loop(over: paths) }
    if update, choice.library?.origin == .bundled {
      throw CommandFailure(
        .wrongInput,
        "error: the lessons that came with gradus are left as they are ('gradus learn --copy FOLDER' writes some of your own)"
      )
    }
    var runner = LessonRunner(builtins: .standard, budget: budget, jobs: jobs)
    if let variants { runner.variants = variants }
    let check = runner.check(paths, filter: filter, failFast: failFast, seeds: seeds)
    guard update else { return try report(check) }
    let dialogue = UpdateDialogue(acceptsErrors: acceptErrors, asks: !yes, usesColor: usesColor)
    try ExitStatus(dialogue.update(check)).check()
  }

  private var usesColor: Bool { color.isAllowed(on: standard_output()) }

  private var budget: Budget {
    var budget = Budget()
    budget.seconds = timeLimit
    return budget
  }

  private func loop(over paths: [String]) throws {
    try WatchLoop(paths, filter: filter, jobs: jobs, budget: budget, format: format, usesColor: usesColor).run()
  }

  private func report(_ check: Check) throws {
    try ReportOutput(path: output).write(format.text(check, usesColor: usesColor && output == nil), format)
    try ExitStatus(check.status).check()
  }
}

extension ReportFormat: ExpressibleByArgument {
  public init?(argument: String) {
    guard let format = Self.all.first(where: { $0.name == argument }) else { return nil }
    self = format
  }

  public var defaultValueDescription: String { name }
  public static var allValueStrings: [String] { all.map(\.name) }
  public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}

extension CheckCommand: ManualSubject {
  static let notes = ManualNotes(
    endings: Endings(
      success: "all holds", failed: "something differs",
      wrongInput: "a file cannot be read as a lesson or the call is wrong", fault: "the report cannot be written"),
    environment: [
      LessonLibrary.variable, ColorChoice.variable, ReportFormat.workspaceVariable, TemporaryFolder.variable, .kernels,
    ],
    files: NamedLessons.files,
    examples: [
      .init("All lessons at hand:", "gradus check"),
      .init("Two of them, by number and by name:", "gradus check 3 he"),
      .init("A report for a build server:", "gradus check lessons --format junit --output report.xml"),
      .init(
        "What is printed into a lesson of your own, unasked; compare the file with what it was:",
        "gradus check --update --yes my-lesson.md"),
      .init("The numbers of only five variants of each exercise, for a quick look:", "gradus check 3 --variants 5"),
      .init("Which outputs are luck, by twenty other seeds:", "gradus check 3 --seeds 20"),
    ])
}
