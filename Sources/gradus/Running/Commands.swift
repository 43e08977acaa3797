import CLibEdit
import Platform

/// What is to be run in one session: texts, then files; where there is neither the prompt, or what comes from a pipe.
struct Commands {
  var texts: [String] = []
  var files: [String] = []
  var isJSON = false
  var keepsGoing = false
  var color = ColorChoice.auto

  /// What a call without options asks for: nothing but `-e`, each with its text, or nothing at all.
  ///
  /// The parser takes these for the same. It is passed by because it looks at every option of every subcommand first, which
  /// is ten times the work of a short calculation.
  init?(plain arguments: ArraySlice<String>) {
    var rest = arguments
    while let option = rest.popFirst() {
      guard option == "-e", let text = rest.popFirst() else { return nil }
      texts.append(text)
    }
  }

  init(texts: [String], files: [String], isJSON: Bool, keepsGoing: Bool, color: ColorChoice) {
    self.texts = texts
    self.files = files
    self.isJSON = isJSON
    self.keepsGoing = keepsGoing
    self.color = color
  }

  /// Throws where a command fails.
  func run() throws { try (LargeStack.run(takingSignals: true) { runEverything() } ?? .fault).check() }

  private func runEverything() -> ExitStatus {
    let isEmpty = texts.isEmpty && files.isEmpty
    if isEmpty, Terminal.isInteractive, !isJSON {
      Prompt(usesColor: color.isAllowed(on: standard_output())).run()
      return .success
    }
    var runner = ScriptRunner(output: isJSON ? .json : .text, keepsGoing: keepsGoing, color: color)
    for (number, text) in texts.enumerated() where runner.isRunning {
      runner.run(text, name: texts.count == 1 ? "-e" : "-e \(number + 1)")
    }
    for file in files where runner.isRunning { runner.run(file: file) }
    if isEmpty { runner.runStandardInput() }
    return runner.hasFailed ? .failed : .success
  }
}
