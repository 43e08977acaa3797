import ArgumentParser

/// A prompt, or whatever is given to run.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Start the prompt, or run commands (the default).")

  @Option(
    name: .shortAndLong, parsing: .unconditionalSingleValue, help: "Run a command; several run in one session.")
  var execute: [String] = []

  @Flag(help: "Print one JSON object for each result.")
  var json = false

  @Flag(help: "Go on after an error; the exit status is still 1.")
  var keepGoing = false

  @Option(help: "Colour: auto, always or never.")
  var color = ColorChoice.auto

  @Argument(help: "Files of commands to run, in one session.", completion: .file())
  var files: [String] = []

  func run() throws {
    try Commands(texts: execute, files: files, isJSON: json, keepsGoing: keepGoing, color: color).run()
  }
}
