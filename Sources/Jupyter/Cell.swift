import Language
import Lessons
import Vocabulary
import Workbench

/// A cell that is being run: what it changes, what it has shown, how it failed.
struct Cell {
  private(set) var session: Session
  /// What was shown of results, as text.
  private(set) var plain: [String] = []
  /// The last failure.
  private(set) var error: ErrorLines?
  /// Whether a word was typed that leaves the prompt.
  private(set) var asksToLeave = false

  /// Nil where nobody is to see anything.
  private let outlet: Outlet?
  private let number: Int
  private let stop: Stop
  private let presses: Int

  init(_ session: Session, outlet: Outlet?, number: Int, _ stop: Stop) {
    (self.session, self.outlet, self.number, self.stop) = (session, outlet, number, stop)
    // What was asked for before it began was not meant for it.
    stop.interruption.clear()
    presses = stop.presses
  }

  private var wasStopped: Bool { stop.presses != presses }

  /// Runs the lines up to the first failure; of a transcript that was pasted all commands, errors or not: it may have shown some.
  mutating func run(_ code: String) {
    runCommands(of: code)
    // Work that keeps what it has reached does not fail; the cell does.
    if wasStopped, error == nil { fail(Failure(.interrupted, "stopped; what was reached is kept"), in: code) }
  }

  private mutating func runCommands(of code: String) {
    let live = outlet.map { LiveDisplay($0, "gradus-\(number)", style: session.style) }
    if let live {
      session.progress = { live.show($0) }
      session.canvas = { live.show($0) }
    }
    defer {
      live?.end()
      (session.progress, session.canvas) = (nil, nil)
      stop.interruption.clear()
    }
    if code.drop(while: \.isWhitespace).hasPrefix(">") {
      let pasted = PastedText(code)
      if pasted.isTranscript {
        for command in pasted.commands where !wasStopped && !asksToLeave { run(session.parse(command)) }
        return
      }
    }
    var lines = InputLines()
    for line in code.lines {
      for input in lines.add(line, in: session) where isGoingOn { run(input) }
      guard isGoingOn else { return }
    }
    if let input = lines.finish(in: session) { run(input) }
  }

  private var isGoingOn: Bool { error == nil && !wasStopped && !asksToLeave }

  private mutating func run(_ input: Parsed) {
    if LeavingWord.isOne(input.text), !session.context.variables.keys.contains(input.text.filter(\.isLetter)) {
      asksToLeave = true
      say("A console ends now; in a notebook, shut the kernel down in the menu.\n")
      return
    }
    let names = Set(session.context.variables.keys)
    let transcript = session.run(input)
    for result in transcript.results { show(result) }
    let forgotten = names.subtracting(session.context.variables.keys).sorted()
    if !forgotten.isEmpty { say("forgot \(forgotten.joined(separator: ", "))\n") }
    if let failure = transcript.failure { fail(failure, in: input.text) }
  }

  // MARK: Showing

  private mutating func show(_ result: StatementResult) {
    guard let outlet else { return }
    for output in CellOutput.outputs(of: result) {
      switch output {
      case .result(let bundle):
        plain.append(bundle.plain)
        outlet.show(
          "execute_result",
          JSON(object: [("execution_count", JSON(number: number)), ("data", bundle.json), ("metadata", .empty)]))
      case .figure(let bundle):
        plain.append(bundle.plain)
        outlet.show("display_data", JSON(object: [("data", bundle.json), ("metadata", .empty)]))
      case .error(let lines): outlet.show("error", lines.json)
      }
    }
  }

  private func say(_ text: String) {
    outlet?.show("stream", JSON(object: [("name", JSON(string: "stdout")), ("text", JSON(string: text))]))
  }

  private mutating func fail(_ failure: Failure, in text: String) {
    let lines = ErrorLines(failure, in: text)
    error = lines
    outlet?.show("error", lines.json)
  }
}
