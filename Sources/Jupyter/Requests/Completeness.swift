import Vocabulary
import Workbench

/// Whether a text can be run as it is.
struct Completeness: Request {
  static let type = "is_complete_request"

  private let code: String

  init(_ content: Content) throws(Unreadable) { code = try content.needed(text: "code") }

  func answer(in conversation: inout Conversation, _ outlet: Outlet) -> JSON? {
    switch Self.verdict(on: code, in: conversation.session) {
    case .incomplete:
      JSON(object: [("status", JSON(string: "incomplete")), ("indent", JSON(string: "  "))])
    case let verdict: JSON(object: [("status", JSON(string: verdict.rawValue))])
    }
  }

  private enum Verdict: String {
    case complete, incomplete, invalid
  }

  private static func verdict(on code: String, in session: Session) -> Verdict {
    if PastedText(code).isTranscript, code.drop(while: \.isWhitespace).hasPrefix(">") { return .complete }
    var lines = InputLines()
    var inputs = code.lines.flatMap { lines.add($0, in: session) }
    let pending = lines.finish(in: session)
    if let pending, pending.incompleteness == nil { inputs.append(pending) }
    if inputs.contains(where: { if case .wrong = $0.outcome { true } else { false } }) { return .invalid }
    return pending?.incompleteness == nil ? .complete : .incomplete
  }
}
