import Vocabulary
import Workbench

/// What stands at a place, explained.
struct Inspection: Request {
  static let type = "inspect_request"

  private let code: String
  private let place: Int

  init(_ content: Content) throws(Unreadable) {
    code = try content.needed(text: "code")
    place = content.integer("cursor_pos") ?? .max
  }

  func answer(in conversation: inout Conversation, _ outlet: Outlet) -> JSON? {
    let session = conversation.session
    let explanation = session.explanation(of: code, at: code.bytes(before: place))
    let data = explanation.map { explanation in
      switch explanation {
      case .builtin(let signature):
        Bundle(
          plain: Reference(session.builtins).entry(signature).printed(in: session.style).text,
          html: HelpPage(signature).html)
      case .own(let name, let value):
        Bundle(value.display, in: session.style, words: "\(name), \(value.noun)")
      case .sign(let display): Bundle(display, in: session.style)
      }
    }
    return JSON(ok: [
      ("found", JSON(truth: data != nil)), ("data", data?.json ?? .empty), ("metadata", .empty),
    ])
  }
}
