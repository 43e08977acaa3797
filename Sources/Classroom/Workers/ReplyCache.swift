import Lessons

/// Replies that depend on their requests alone, as far as there is room; the oldest go first.
struct ReplyCache {
  private let most: Int
  private var replies: [StepRequest: StepReply] = [:]
  /// The requests in the order in which they came, from `first` on.
  private var order: [StepRequest] = []
  private var first = 0
  private(set) var size = 0

  /// - Parameter most: bytes, by estimate.
  init(most: Int) { self.most = most }

  subscript(request: StepRequest) -> StepReply? { replies[request] }

  mutating func add(_ reply: StepReply, to request: StepRequest) {
    switch reply.state {
    // What took too long once may not the next time.
    case .stopped, .crashed, .budget: return
    default: break
    }
    let room = Self.size(of: request, reply)
    guard room <= most / 8, replies.updateValue(reply, forKey: request) == nil else { return }
    order.append(request)
    size += room
    while size > most, first < order.count {
      let oldest = order[first]
      if let reply = replies.removeValue(forKey: oldest) { size -= Self.size(of: oldest, reply) }
      first += 1
    }
    if first > 1000, 2 * first > order.count {
      order.removeFirst(first)
      first = 0
    }
  }

  private static func size(of request: StepRequest, _ reply: StepReply) -> Int {
    let texts = [request.text, request.step, request.version, reply.html, reply.say] + request.lines
    return texts.reduce(400) { $0 + $1.utf8.count + 16 }
  }
}
