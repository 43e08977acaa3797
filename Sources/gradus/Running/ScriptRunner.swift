import Builtins
import CLibEdit
import Language
import Platform
import Vocabulary
import Workbench

/// Runs commands that nobody types: files, `-e` and pipes.
struct ScriptRunner {
  enum Output {
    case text, json
  }

  private var session = Session()
  private let output: Output
  private let keepsGoing: Bool
  private let results: Coloring
  private let failures: Coloring
  private(set) var hasFailed = false

  init(output: Output, keepsGoing: Bool, color: ColorChoice) {
    self.output = output
    self.keepsGoing = keepsGoing
    results = Coloring(isEnabled: color.isAllowed(on: standard_output()))
    failures = Coloring(isEnabled: color.isAllowed(on: standard_error()))
    session.runsPrograms = true
    if output == .text, !Terminal.speaksUTF8 { session.style.notation = .e }
  }

  /// Whether more is to be run.
  var isRunning: Bool { keepsGoing || !hasFailed }

  /// Runs a text line by line; unfinished lines are joined with those that follow.
  mutating func run(_ text: String, name: String) {
    var pending = Pending()
    for line in text.lines where isRunning { accept(String(line), &pending, name: name) }
    finish(&pending, name: name)
  }

  mutating func run(file: String) {
    switch TextFile.read(file) {
    case .success(let text): run(text, name: file)
    case .failure(let failure): report(failure, input: "", name: file, line: nil)
    }
  }

  /// Runs lines as they come.
  mutating func runStandardInput() {
    var pending = Pending()
    var buffer: UnsafeMutablePointer<CChar>?
    var capacity = 0
    var number = 0
    defer { free(buffer) }
    while isRunning {
      let count = getline(&buffer, &capacity, standard_input())
      guard count > 0, let buffer else { break }
      number += 1
      var bytes = UnsafeBufferPointer(start: buffer, count: count).map { UInt8(bitPattern: $0) }
      if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
      if let line = String(validating: bytes, as: UTF8.self) {
        accept(line, &pending, name: "stdin")
      } else {
        pending = Pending(nextLine: number + 1)
        report(TextFile.notUTF8, input: "", name: "stdin", line: number)
      }
    }
    finish(&pending, name: "stdin")
  }

  // MARK: Lines

  /// Lines that wait for more.
  private struct Pending {
    var lines = InputLines()
    var firstLine = 1
    var nextLine = 1
  }

  private mutating func accept(_ line: String, _ pending: inout Pending, name: String) {
    for input in pending.lines.add(line, in: session) where isRunning {
      execute(input, name: name, line: pending.firstLine)
      pending.firstLine += input.text.lines.count
    }
    pending.nextLine += 1
  }

  private mutating func finish(_ pending: inout Pending, name: String) {
    guard isRunning, let input = pending.lines.finish(in: session) else { return }
    execute(input, name: name, line: pending.firstLine)
  }

  private mutating func execute(_ input: Parsed, name: String, line: Int) {
    let transcript = session.run(input)
    let figures = FigurePrinter(
      coloring: results, width: Terminal.isTerminal(standard_output()) ? Terminal.columns : nil)
    for result in transcript.results {
      switch output {
      case .text:
        let text = figures.text(of: result)
        if !text.isEmpty { Terminal.write(text) }
      case .json: Terminal.write(JSON(result).text + "\n", isExact: true)
      }
    }
    if let failure = transcript.failure { report(failure, input: input.text, name: name, line: line) }
  }

  private mutating func report(_ failure: Failure, input: String, name: String, line: Int?) {
    hasFailed = true
    let position = FailureRenderer.position(of: failure, in: input)
    let place = line.map { $0 + (position?.line ?? 1) - 1 }
    if output == .json {
      let json = JSON(failure, input: input, line: place, column: position?.column)
      Terminal.write(json.text + "\n", isExact: true)
    }
    let prefix = [name, place.map { String($0) }].compactMap { $0 }.joined(separator: ":")
    Terminal.write("\(prefix): \(failures.text(FailureRenderer.printed(failure, in: input)))\n", to: standard_error())
  }
}
