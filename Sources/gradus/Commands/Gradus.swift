import ArgumentParser
import CLibEdit
import Workbench

/// The program: a prompt, or whatever is given to run.
@main
struct Gradus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradus",
    abstract: "How neural networks are initialized, and why gradients vanish or explode, by trying it.",
    discussion: "Without arguments it is a prompt; from a pipe it reads commands.",
    version: Version.current, subcommands: [CheckCommand.self])

  @Option(name: .shortAndLong, help: "Run a command; several run in one session.")
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
    let status = LargeStack.run { runEverything() } ?? 3
    if status != 0 { throw ExitCode(status) }
  }

  private func runEverything() -> Int32 {
    Terminal.prepareLocale()
    if execute.isEmpty, files.isEmpty, Terminal.isInteractive, !json {
      return Prompt(usesColor: color.isAllowed(on: standard_output())).run()
    }
    var runner = ScriptRunner(output: json ? .json : .text, keepsGoing: keepGoing)
    for (number, text) in execute.enumerated() where runner.isRunning {
      runner.run(text, name: execute.count == 1 ? "-e" : "-e \(number + 1)")
    }
    for file in files where runner.isRunning { runner.run(file: file) }
    if execute.isEmpty, files.isEmpty { runner.runStandardInput() }
    return runner.hasFailed ? 1 : 0
  }
}

/// When text is coloured.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// `auto` colours terminals, unless NO_COLOR is set or the terminal is a dumb one.
  func isAllowed(on stream: UnsafeMutablePointer<FILE>) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: Terminal.isTerminal(stream) && !Terminal.isDumb && Terminal.variable("NO_COLOR") == nil
    }
  }
}

enum Version {
  static let current = "0.1.0"
}
