import Vocabulary

/// Which channels for widgets are open: none ever is.
struct CommInfo: Request {
  static let type = "comm_info_request"

  init(_ content: Content) {}

  func answer(in conversation: inout Conversation, _ outlet: Outlet) -> JSON? { JSON(ok: [("comms", .empty)]) }
}
