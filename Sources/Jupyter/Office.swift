import Platform
import Vocabulary
import ZeroMQ

/// Opens messages, has them answered, and frames every answer in busy and idle.
final class Office: Sendable {
  let stop: Stop
  private let author: Author
  private let signature: Signature
  private let memory = SignatureMemory()
  private let broadcast: Publisher
  private let waiting: WaitingRequests
  private let log: @Sendable (String) -> Void
  private let lastResort: @Sendable () -> Void
  private let isFinished = Monitor(false)

  init(
    author: Author, signature: Signature, broadcast: Publisher, stop: Stop, waiting: WaitingRequests,
    log: @escaping @Sendable (String) -> Void, lastResort: @escaping @Sendable () -> Void
  ) {
    (self.author, self.signature, self.broadcast, self.stop) = (author, signature, broadcast, stop)
    (self.waiting, self.log, self.lastResort) = (waiting, log, lastResort)
  }

  // MARK: The conversation

  /// Answers a message of the socket for conversation.
  ///
  /// - Parameters:
  ///   - isDropped: whether it had been queued when a cell failed; then no cell is run.
  ///   - drop: called when a cell has failed, before anybody can know that: what comes later is run.
  func answer(
    _ message: Message, from sender: [UInt8], through router: Router, _ isDropped: Bool,
    _ conversation: inout Conversation, drop: () -> Void
  ) {
    frame(message, from: sender, through: router) { envelope, outlet in
      if envelope.type == Execution.type, isDropped {
        return JSON(
          error: "Aborted", "a cell before this one failed",
          [("execution_count", JSON(number: conversation.count))])
      }
      if let answer = urgentAnswer(envelope) { return answer }
      let answer = envelope.answer(in: &conversation, outlet)
      if conversation.stopsQueue { drop() }
      conversation.stopsQueue = false
      return answer
    }
  }

  // MARK: What does not wait

  /// Answers a message of the socket for what must not wait.
  func hear(_ message: Message, from sender: [UInt8], at desk: Desk) {
    frame(message, from: sender, through: desk.socket) { envelope, _ in
      envelope.type == KernelInfo.type ? KernelInfo().answer : urgentAnswer(envelope)
    }
  }

  /// The answer to what both sockets know.
  private func urgentAnswer(_ envelope: Envelope) -> JSON? {
    switch envelope.type {
    case Interrupt.type: Interrupt.answer(stop)
    case Shutdown.type: Shutdown.answer(envelope.content)
    default: nil
    }
  }

  // MARK: The frame

  /// Opens a message and has it answered between busy and idle; one that cannot be trusted is dropped.
  private func frame(
    _ message: Message, from sender: [UInt8], through router: Router, _ body: (Envelope, Outlet) -> JSON?
  ) {
    let envelope: Envelope
    do throws(Envelope.Refusal) {
      envelope = try Envelope(message, signature: signature, memory: memory)
    } catch {
      return log(error.text)
    }
    let outlet = Outlet(author, parent: envelope.header) { [broadcast] in broadcast.send($0) }
    outlet.send(.busy)
    if let answer = body(envelope, outlet) {
      router.send(
        author.message(reply(to: envelope.type), answer, way: envelope.way, parent: envelope.header), to: sender)
    }
    outlet.send(.idle)
    if envelope.type == Shutdown.type { end() }
  }

  // MARK: The end

  /// Ends the conversation; a cell that runs is stopped, and if it does not stop, so be it.
  private func end() {
    waiting.end()
    stop.press()
    LargeStack.detach { [isFinished, lastResort] in
      if isFinished.wait(atMost: 600, for: { $0 ? true : nil }) == nil { lastResort() }
    }
  }

  /// Called when the conversation has ended.
  func finish() { isFinished.change { $0 = true } }
}

extension Envelope.Refusal {
  /// A sentence for whoever looks after the kernel.
  var text: String {
    switch self {
    case .incomplete: "a message was dropped: it lacks parts"
    case .wronglySigned: "a message was dropped: its signature is wrong"
    case .replayed: "a message was dropped: it came before"
    case .unknown: "a message was dropped: its header is no JSON object with a 'msg_type'"
    }
  }
}
