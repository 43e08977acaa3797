/// A text and a place in it, about which a front end asks.
struct CodePlace {
  let code: String
  /// The bytes before the place, which is the end of the text where none is given.
  let offset: Int

  init(_ content: Content) throws(Unreadable) {
    code = try content.needed(text: "code")
    offset = code.bytes(before: content.integer("cursor_pos") ?? .max)
  }
}
