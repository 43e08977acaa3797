import Lessons
import Vocabulary
import Workbench

/// Runs a cell: line by line, as if it were typed at the prompt.
struct Execution: Request {
  static let type = "execute_request"

  let code: String
  /// Whether nobody is to see it.
  let isSilent: Bool
  /// Whether it gets a number.
  let counts: Bool
  /// Whether cells that wait are not to be run if this one fails.
  let stopsOnError: Bool
  /// Texts that are evaluated afterwards, by names.
  private let expressions: [(name: String, text: String?)]

  init(_ content: Content) throws(Unreadable) {
    code = try content.needed(text: "code")
    isSilent = content.truth("silent") ?? false
    counts = !isSilent && content.truth("store_history") ?? true
    stopsOnError = content.truth("stop_on_error") ?? true
    let expressions = content.object("user_expressions")
    self.expressions = (expressions?.names ?? []).map { ($0, expressions?.text($0)) }
  }

  func answer(in conversation: inout Conversation, _ outlet: Outlet) -> JSON? {
    conversation.stopsQueue = false
    if counts { conversation.count += 1 }
    let number = ("execution_count", JSON(number: conversation.count))
    if !isSilent {
      outlet.send("execute_input", JSON(object: [("code", JSON(string: code)), number]))
    }
    var cell = Cell(
      conversation.session, outlet: isSilent ? nil : outlet, number: conversation.count, conversation.stop)
    cell.run(code)
    conversation.session = cell.session
    if counts {
      conversation.history.add(
        line: conversation.count, input: code, output: cell.plain.joined(separator: "\n"))
    }
    if let error = cell.error {
      conversation.stopsQueue = stopsOnError
      return JSON(error: error.name, error.message, traceback: error.lines, [number])
    }
    let payload = cell.asksToLeave ? [JSON(object: Self.leaving)] : []
    return JSON(ok: [
      number, ("payload", JSON(array: payload)),
      ("user_expressions", JSON(object: expressions.map { ($0.name, Self.value(of: $0.text, in: cell.session)) })),
    ])
  }

  /// What a front end that lives for the kernel alone, such as a console, understands.
  private static let leaving = [("source", JSON(string: "ask_exit")), ("keepkernel", JSON(truth: false))]

  /// In a copy of the session, which nothing is left of.
  private static func value(of text: String?, in session: Session) -> JSON {
    guard let text else { return JSON(error: "message", "an expression must be a text") }
    var copy = session
    let transcript = copy.run(text)
    if let failure = transcript.failure {
      let error = ErrorLines(failure, in: text)
      return JSON(error: error.name, error.message, traceback: error.lines)
    }
    let data = transcript.results.last.map { MediaBundle($0.value.display, in: $0.style).json } ?? .empty
    return JSON(ok: [("data", data), ("metadata", .empty)])
  }
}
