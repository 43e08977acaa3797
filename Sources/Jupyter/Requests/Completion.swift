import Vocabulary
import Workbench

/// What Tab offers at a place.
struct Completion: Request {
  static let type = "complete_request"

  private let place: CodePlace

  init(_ content: Content) throws(Unreadable) { place = try CodePlace(content) }

  func answer(in conversation: inout Conversation, _ outlet: Outlet) -> JSON? {
    let session = conversation.session
    let found = session.completions(in: place.code, at: place.offset)
    let start = place.code.scalars(before: found.range.lowerBound)
    let end = place.code.scalars(before: found.range.upperBound)
    let types = found.candidates.map { candidate in
      JSON(object: [
        ("text", JSON(string: candidate.text)), ("type", JSON(string: Self.type(of: candidate, in: session))),
        ("signature", JSON(string: session.builtins.lexicon[candidate.text].map(Self.arguments) ?? "")),
        ("documentation", JSON(string: candidate.summary)), ("start", JSON(number: start)), ("end", JSON(number: end)),
      ])
    }
    return JSON(ok: [
      ("matches", JSON(array: found.candidates.map { JSON(string: $0.text) })), ("cursor_start", JSON(number: start)),
      ("cursor_end", JSON(number: end)),
      ("metadata", JSON(object: [("_jupyter_types_experimental", JSON(array: types))])),
    ])
  }

  /// In the words that front ends have pictures for.
  private static func type(of candidate: Candidate, in session: Session) -> String {
    if candidate.text.hasSuffix("=") { return "param" }
    if case .function? = session.context.variables[candidate.text] { return "function" }
    if session.context.variables[candidate.text] != nil { return "instance" }
    return session.builtins.lexicon[candidate.text] == nil ? "text" : "function"
  }

  /// `(mean=0, stddev=1)`.
  private static func arguments(of signature: Vocabulary.Signature) -> String {
    String(signature.usage.dropFirst(signature.name.count))
  }
}
