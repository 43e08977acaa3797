import ArgumentParser
import Platform

/// A prompt, or whatever is given to run.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Start the prompt, or run commands (the default).",
    discussion: notes.endings.sentence)

  @Option(
    name: .shortAndLong, parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Run a command; several run in one session.", valueName: "command"))
  var execute: [String] = []

  @Flag(help: "Print one JSON object for each result.")
  var json = false

  @Flag(help: "Go on after an error; the exit status is still 1.")
  var keepGoing = false

  @Option(help: ColorChoice.help)
  var color = ColorChoice.auto

  @Argument(help: ArgumentHelp("Files of commands to run, in one session.", valueName: "file"), completion: .file())
  var files: [String] = []

  func run() throws {
    try Commands(texts: execute, files: files, isJSON: json, keepsGoing: keepGoing, color: color).run()
  }
}

extension RunCommand: ManualSubject {
  static let notes = ManualNotes(
    endings: Endings(
      success: "all commands could be run, or the prompt was left", failed: "a command failed",
      wrongInput: "the call is wrong", fault: "the output cannot be written or gradus itself is at fault"),
    environment: [
      HistoryFile.variable, StateFolder.variable, StateFolder.home, ColorChoice.variable, TemporaryFolder.variable,
      Installation.variable, .kernels,
    ] + Terminal.variables,
    files: [StateFolder.history.note],
    examples: [
      .init(
        "The width of a sum of 250 standard normal weights:", "gradus -e 'std(sum(normal(0, 1), 250))'",
        prints: "15.8114"),
      .init(
        "The same with weights of variance 1/250, in two commands of one session:",
        "gradus -e 'w = normal(0, sqrt(1/250))' -e 'std(sum(w, 250))'",
        prints: "normal(mean=0, stddev=0.0632456)\n1"),
      .init("From a pipe, as JSON:", "echo 'mean(bernoulli(0.3))' | gradus --json"),
    ])
}

extension EnvironmentVariable {
  /// Read by the kernels themselves.
  static let kernels = EnvironmentVariable(
    "GRADUS_KERNELS",
    "Which loops compute: portable, avx2 or avx512, as far as the processor has them. The numbers are the same to the last bit."
  )
}
