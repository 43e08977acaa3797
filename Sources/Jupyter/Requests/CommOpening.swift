import Vocabulary

/// Opens a channel for a widget. There is none of any name, which is said by closing it.
struct CommOpening: Request {
  static let type = "comm_open"

  private let identifier: String

  init(_ content: Content) throws(Unreadable) { identifier = try content.needed(text: "comm_id") }

  func answer(in conversation: inout Conversation, _ outlet: Outlet) -> JSON? {
    outlet.send("comm_close", JSON(object: [("comm_id", JSON(string: identifier)), ("data", .empty)]))
    return nil
  }
}
