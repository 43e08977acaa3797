import Builtins
import Language
import Vocabulary
import Workbench

/// One input, run once, and what is wrong with the outcome.
public struct Trial: Sendable {
  /// What should not be, in whole sentences.
  public private(set) var faults: [String] = []
  /// Whether it ran to its end, failed, or was only read.
  public enum Outcome: Sendable { case succeeded, failed, onlyRead }
  public private(set) var outcome = Outcome.onlyRead
  /// How long the session took to run it.
  public private(set) var duration = Duration.zero

  init(_ input: String, in workspace: Workspace, _ chance: inout Chance) {
    let before = workspace.session
    _ = before.completions(in: input, at: chance.below(input.utf8.count + 2))
    if let failure = before.parse(input).incompleteness { check(failure, of: input) }
    guard workspace.permits(input) else { return }
    var session = before
    let start = ContinuousClock.now
    let transcript = session.run(input)
    duration = ContinuousClock.now - start
    if transcript.failure?.kind == .interrupted { return }
    outcome = transcript.failure == nil ? .succeeded : .failed
    for result in transcript.results { check(result, in: session) }
    if let failure = transcript.failure {
      check(failure, of: input)
      if transcript.results.isEmpty { checkUnchanged(session, since: before) }
    }
    if chance.happens(0.1), !input.has("random"), !input.has("time") { checkRepeats(input, transcript, in: before) }
  }

  // MARK: Failures

  private mutating func check(_ failure: Failure, of input: String) {
    let size = input.utf8.count
    if let span = failure.span {
      if span.lowerBound < 0 || span.upperBound > size { faults.append("The span \(span) is outside the text.") }
    } else {
      faults.append("The failure has no place: \(failure.message)")
    }
    if failure.message.isEmpty { faults.append("The failure says nothing.") }
    let rendered = FailureRenderer.render(failure, in: input)
    if !rendered.hasPrefix("error: ") || !(1...3).contains(rendered.lines.count) {
      faults.append("The failure is drawn as: \(rendered)")
    }
    if rendered.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0 != "\n" }) {
      faults.append("A control character reaches the terminal.")
    }
    if FailureRenderer.position(of: failure, in: input) == nil, failure.span != nil {
      faults.append("The failure has a span but no line.")
    }
  }

  private mutating func checkUnchanged(_ session: Session, since before: Session) {
    if Self.state(of: session) != Self.state(of: before) {
      faults.append("The session changed though the input failed.")
    }
  }

  /// The names and what they stand for, the weights, the settings and the next draw.
  private static func state(of session: Session) -> [String] {
    var copy = session
    let probes = copy.run("weights(net)[0, 0]; evaluate net data; sample N 2; sample(N, 2)")
    let names = session.context.variables.keys.sorted()
    return names.map { $0 + " = " + text(of: session.context.variables[$0]) }
      + ["_ = " + text(of: session.context.last), "\(session.style)", "\(session.context.limits.memory)"]
      + probes.results.map(\.printed.text) + [probes.failure?.message ?? ""]
  }

  private static func text(of value: Value?) -> String {
    value?.display.printed(in: NumberStyle(digits: 17)).text ?? "nothing"
  }

  // MARK: Results

  /// The same again prints the same.
  private mutating func checkRepeats(_ input: String, _ transcript: Transcript, in before: Session) {
    var session = before
    let again = session.run(input)
    if again.results.map(\.printed.text) != transcript.results.map(\.printed.text)
      || again.failure != transcript.failure
    {
      if again.failure?.kind != .interrupted { faults.append("The same input prints something else the second time.") }
    }
  }

  private mutating func check(_ result: StatementResult, in session: Session) {
    let printed = result.printed
    if printed.ascii.utf8.contains(where: { $0 >= 0x80 }) { faults.append("The ASCII form is none: \(printed.text)") }
    for number in printed.numbers where !(0...printed.text.utf8.count).contains(number.range.upperBound) {
      faults.append("A number stands outside the printed text.")
    }
    if session.style == .standard { checkReadsBack(result.value) }
  }

  /// What a plain value prints is read as that value, to the digits that were printed.
  private mutating func checkReadsBack(_ value: Value) {
    switch value {
    case .number, .truth, .text: break
    case .vector(let elements) where elements.count <= 20: break
    case .matrix(let matrix) where !matrix.elements.isEmpty && matrix.rows <= 20 && matrix.columns <= 20: break
    default: return
    }
    let text = value.display.printed().text
    for form in [text, text.asciiForm] {
      if case .text = value, form != text { continue }
      var session = Session()
      let transcript = session.run(form)
      if let failure = transcript.failure {
        faults.append("\(form) does not read back: \(failure.message)")
      } else if !(transcript.results.last?.value.isNear(value) ?? false) {
        faults.append("\(form) reads back as \(transcript.results.last?.printed.text ?? "nothing").")
      }
    }
  }
}

extension Value {
  /// Whether the values are the same, their numbers to six digits.
  fileprivate func isNear(_ other: Value) -> Bool {
    switch (self, other) {
    case (.truth(let a), .truth(let b)): a == b
    case (.text(let a), .text(let b)): a.unicodeScalars.elementsEqual(b.unicodeScalars)
    case (.number(let a), .number(let b)): Self.near(a, b)
    case (.vector(let a), .vector(let b)): a.elementsEqual(b, by: Self.near)
    case (.matrix(let a), .matrix(let b)):
      a.rows == b.rows && a.columns == b.columns && a.elements.elementsEqual(b.elements, by: Self.near)
    default: false
    }
  }

  /// Numbers without all their digits, as the smallest have them, are read as they come out.
  private static func near(_ a: Double, _ b: Double) -> Bool {
    if a.isNaN || b.isNaN || a == b { return a.isNaN == b.isNaN }
    return (a - b).magnitude <= max(6e-6 * b.magnitude, 1e-307)
  }
}
