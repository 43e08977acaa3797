import Lessons
import Platform
import Synchronization
import Workbench

/// One worker of a pool, and the thread that talks with it. Where the process ends, another one takes its place.
final class WorkerLink: Sendable {
  private struct Inbox {
    var orders: [WorkerOrder] = []
    var isOver = false
  }

  /// How a process ended.
  struct Death: Sendable {
    /// Whether it had begun to work.
    var wasReady = false
    /// What it said of its end, if anything.
    var word: WorkerWord?
    /// Why it could not be started; nil where it could.
    var problem: String?
  }

  private let program: String
  private let arguments: [String]
  private let inbox = Monitor(Inbox())
  /// What lets the thread look into its inbox.
  private let bell: Pipe
  private let hasEnded = Monitor(false)
  private let identifier = Atomic<Int32>(0)
  /// Seconds without a word after which a process with work is taken for dead.
  private static let patience = 300.0

  /// Throws where the system gives no pipe.
  init(_ program: String, _ arguments: [String]) throws(SystemError) {
    self.program = program
    self.arguments = arguments
    guard let bell = Pipe() else { throw SystemError() }
    // Ringing never waits.
    _ = fcntl(bell.writing, F_SETFL, O_NONBLOCK)
    self.bell = bell
  }

  deinit { bell.close() }

  /// Gives it something to do.
  func post(_ orders: [WorkerOrder]) {
    inbox.change { $0.orders += orders }
    bell.ring()
  }

  /// Takes back what has not been handed over.
  func clear() { inbox.change { $0.orders = [] } }

  func end() {
    inbox.change { $0.isOver = true }
    bell.ring()
  }

  /// Waits until the process has ended.
  func join() { hasEnded.wait { $0 ? () : nil } }

  /// The process that runs at the moment; 0 where there is none.
  var process: Int32 { identifier.load(ordering: .relaxed) }

  // MARK: The thread

  /// Begins to talk.
  ///
  /// - Parameters:
  ///   - greeting: what each process is told first.
  ///   - isBusy: whether something is awaited.
  ///   - heard: called with each word.
  ///   - died: called when a process has ended unasked.
  func start(
    greeting: @escaping @Sendable () -> [WorkerOrder], isBusy: @escaping @Sendable () -> Bool,
    heard: @escaping @Sendable (WorkerWord) -> Void, died: @escaping @Sendable (Death) -> Bool
  ) {
    LargeStack.detach {
      var mayStart = true
      while true {
        // After too many deaths the next one is started when it is needed.
        let isOver = self.inbox.wait { $0.isOver || mayStart || !$0.orders.isEmpty ? $0.isOver : nil }
        if isOver { break }
        var death = Death()
        do throws(SystemError) {
          let process = try WorkerProcess(self.program, self.arguments)
          self.identifier.store(process.identifier, ordering: .relaxed)
          for order in greeting() { process.send(order.line) }
          let isAsked = self.talk(with: process, isBusy, heard, &death)
          self.identifier.store(0, ordering: .relaxed)
          if isAsked { break }
        } catch {
          death.problem = "'\(self.program)' cannot be started: \(error.text)"
        }
        FileAccess.removeLeftovers()
        mayStart = died(death)
      }
      self.hasEnded.change { $0 = true }
    }
  }

  /// Hands orders over and listens, until the process ends; whether it was asked to.
  private func talk(
    with process: WorkerProcess, _ isBusy: () -> Bool, _ heard: (WorkerWord) -> Void, _ death: inout Death
  ) -> Bool {
    var lastWord = ContinuousClock.now
    while true {
      var descriptors = [process.output, bell.reading].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      poll(&descriptors, 2, isBusy() ? 5_000 : -1)
      if descriptors[1].revents != 0 {
        bell.drain()
        let (orders, isOver) = inbox.change { inbox in
          defer { inbox.orders = [] }
          return (inbox.orders, inbox.isOver)
        }
        if isOver { return true }
        if !orders.isEmpty { lastWord = .now }
        for order in orders { process.send(order.line) }
      }
      if descriptors[0].revents != 0 {
        guard let lines = process.receive() else {
          process.end()
          return false
        }
        for word in lines.compactMap({ WorkerWord(line: $0) }) {
          switch word {
          case .late, .crash, .memory: death.word = word
          case .ready: death.wasReady = true
          default: heard(word)
          }
        }
        lastWord = .now
      } else if isBusy(), ContinuousClock.now - lastWord > .seconds(Self.patience) {
        process.kill()
        return false
      }
    }
  }
}
