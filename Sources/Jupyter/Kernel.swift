import Platform
import Vocabulary
import Workbench
import ZeroMQ

/// A kernel: what stands behind a notebook and runs its cells, over the Jupyter messaging protocol 5.5.
///
/// Four threads: one answers heartbeats, one hears what must not wait for a cell (stop, shutdown), one reads what the front
/// ends ask and queues it, and one, with much stack, answers it in order. What goes out to all because of a request is written by
/// the thread that answers it, so busy comes first and idle last.
public final class Kernel: Sendable {
  private let shell: Router
  private let control: Router
  private let input: Router
  private let heart: Replier
  private let broadcast: Publisher
  private let author: Author
  private let waiting: WaitingRequests
  private let office: Office

  /// Opens the five sockets.
  ///
  /// - Parameters:
  ///   - stop: what stops a running cell; a signal handler may press it, too.
  ///   - log: told in a sentence of each message that was dropped.
  ///   - lastResort: called on another thread when the kernel was to end and a cell does not stop.
  /// - Throws: a failure of kind `file` where an address cannot be had.
  public init(
    _ file: ConnectionFile, stop: Stop, log: @escaping @Sendable (String) -> Void,
    lastResort: @escaping @Sendable () -> Void
  ) throws(Failure) {
    let signature = Signature(key: file.key)
    let author = Author(signature: signature)
    let waiting = WaitingRequests()
    broadcast = try Self.open(file, .broadcast) { address throws(SystemError) in
      try Publisher(at: address) { topic in
        let content = JSON(object: [("subscription", JSON(string: String(decoding: topic, as: UTF8.self)))])
        return author.message("iopub_welcome", content, way: [topic], parent: nil)
      }
    }
    let office = Office(
      author: author, signature: signature, broadcast: broadcast, stop: stop, waiting: waiting, log: log,
      lastResort: lastResort)
    heart = try Self.open(file, .heartbeat) { address throws(SystemError) in try Replier(at: address) }
    input = try Self.open(file, .stdin) { address throws(SystemError) in try Router(at: address) { _, _ in } }
    shell = try Self.open(file, .shell) { address throws(SystemError) in
      try Router(at: address) { sender, message in waiting.add(message, from: sender) }
    }
    let desk = Desk()
    let control = try Self.open(file, .control) { address throws(SystemError) in
      try Router(at: address) { sender, message in office.hear(message, from: sender, at: desk) }
    }
    desk.open(control)
    (self.control, self.author, self.waiting, self.office) = (control, author, waiting, office)
  }

  private static func open<Socket>(
    _ file: ConnectionFile, _ channel: ConnectionFile.Channel, _ body: (SocketAddress) throws(SystemError) -> Socket
  ) throws(Failure) -> Socket {
    let address = file.address(of: channel)
    do throws(SystemError) {
      return try body(address)
    } catch {
      let place =
        switch address {
        case .network(let host, let port): "\(host), port \(port),"
        case .file(let path): "'\(path)'"
        }
      throw Failure(.file, "\(place) for \(channel.rawValue) cannot be had: \(error.text)")
    }
  }

  /// Where a socket is to be found, with the port that was free where the file leaves it open.
  package func address(of channel: ConnectionFile.Channel) -> SocketAddress {
    switch channel {
    case .shell: shell.address
    case .control: control.address
    case .stdin: input.address
    case .heartbeat: heart.address
    case .broadcast: broadcast.address
    }
  }

  /// Answers what is asked until a front end ends it. Needs much stack.
  ///
  /// - Parameter kept: where the inputs of cells are kept between sessions.
  public func run(_ session: Session, kept: KeptInputs = .none) {
    var conversation = Conversation(session, stop: office.stop, kept: kept)
    Outlet(author, parent: nil) { [broadcast] in broadcast.send($0) }.send(.starting)
    // Up to which number what a sender has queued is not to be run.
    var dropped: [[UInt8]: Int] = [:]
    while let request = waiting.take() {
      let isDropped = dropped[request.sender].map { request.number <= $0 } ?? false
      office.answer(request.message, from: request.sender, through: shell, isDropped, &conversation) {
        // What had been sent by now may still be under way.
        shell.settle(atMost: 20)
        dropped[request.sender] = waiting.last
        if dropped.count > 64 { dropped = dropped.filter { $0.value >= request.number } }
      }
    }
    for router in [shell, control, input] { router.close(atMost: 100) }
    broadcast.close(atMost: 100)
    heart.close()
    office.finish()
  }
}

/// A socket that is known only once it is open.
final class Desk: Sendable {
  private let router = Monitor<Router?>(nil)

  func open(_ router: Router) { self.router.change { $0 = router } }

  var socket: Router { router.wait { $0 } }
}
