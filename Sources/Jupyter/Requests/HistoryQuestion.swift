import Vocabulary

/// Which cells were run.
struct HistoryQuestion: Request {
  static let type = "history_request"

  private let access: String
  private let withOutput: Bool
  private let unique: Bool
  private let count: Int?
  private let session: Int
  private let start: Int
  private let stop: Int?
  private let pattern: String

  init(_ content: Content) {
    access = content.text("hist_access_type") ?? "tail"
    withOutput = content.truth("output") ?? false
    unique = content.truth("unique") ?? false
    count = content.integer("n")
    session = content.integer("session") ?? 0
    start = content.integer("start") ?? 1
    stop = content.integer("stop")
    pattern = content.text("pattern") ?? "*"
  }

  func answer(in conversation: inout Conversation, _ outlet: Outlet) -> JSON? {
    let history = conversation.history
    switch access {
    case "tail": return answer(history.tail(count ?? 1000))
    case "search": return answer(history.search(pattern, atMost: count, unique: unique))
    case "range": return answer(history.range(of: session, from: start, to: stop))
    default:
      return JSON(error: "message", "'hist_access_type' must be tail, range or search", [("history", JSON(array: []))])
    }
  }

  private func answer(_ entries: [History.Entry]) -> JSON {
    let rows = entries.map { entry in
      let input = JSON(string: entry.input)
      let shown = withOutput ? JSON(array: [input, entry.output.isEmpty ? .null : JSON(string: entry.output)]) : input
      return JSON(array: [JSON(number: entry.session), JSON(number: entry.line), shown])
    }
    return JSON(ok: [("history", JSON(array: rows))])
  }
}
