import ArgumentParser
import CLibEdit
import Platform
import Workbench

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
    try (LargeStack.run(takingSignals: true) { runEverything() } ?? .fault).check()
  }

  private func runEverything() -> ExitStatus {
    if execute.isEmpty, files.isEmpty, Terminal.isInteractive, !json {
      Prompt(usesColor: color.isAllowed(on: standard_output())).run()
      return .success
    }
    var runner = ScriptRunner(output: json ? .json : .text, keepsGoing: keepGoing, color: color)
    for (number, text) in execute.enumerated() where runner.isRunning {
      runner.run(text, name: execute.count == 1 ? "-e" : "-e \(number + 1)")
    }
    for file in files where runner.isRunning { runner.run(file: file) }
    if execute.isEmpty, files.isEmpty { runner.runStandardInput() }
    return runner.hasFailed ? .failed : .success
  }
}
