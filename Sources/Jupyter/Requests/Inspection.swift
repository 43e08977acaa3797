import Lessons
import Vocabulary
import Workbench

/// What stands at a place, explained.
struct Inspection: Request {
  static let type = "inspect_request"

  private let place: CodePlace

  init(_ content: Content) throws(Unreadable) { place = try CodePlace(content) }

  func answer(in conversation: inout Conversation, _ outlet: Outlet) -> JSON? {
    let session = conversation.session
    let explanation = session.explanation(of: place.code, at: place.offset)
    let data = explanation.map { explanation in
      switch explanation {
      case .builtin(let signature):
        MediaBundle(
          plain: Reference(session.builtins).entry(signature).printed(in: session.style).text,
          html: HelpPage(signature).html)
      case .own(let name, let value):
        MediaBundle(value.display, in: session.style, words: "\(name), \(value.noun)")
      case .sign(let display): MediaBundle(display, in: session.style)
      }
    }
    return JSON(ok: [
      ("found", JSON(truth: data != nil)), ("data", data?.json ?? .empty), ("metadata", .empty),
    ])
  }
}
