import Platform
import Synchronization
import Vocabulary
import Workbench

/// The process that runs what students type. It reads orders from the standard input, `WorkerOrder`, and says on the standard output what
/// comes of them, `WorkerWord`.
///
/// Each command runs on a thread of its own; a fault in one ends the process, and those who sent the others send them again elsewhere.
public final class ServingWorker: Sendable {
  private struct State {
    /// What runs, by its number.
    var running: [Int: StepControl] = [:]
    /// What waits for a thread.
    var queue: [WorkerOrder] = []
    var threads = 0
  }

  private let server: StepServer
  private let state = Monitor(State())
  private let long: LongWorkQueue
  private static let output = Mutex(())

  /// More commands are not begun at once; others wait.
  static let mostThreads = 32
  /// The process takes no more memory than so many kilobytes.
  private static let mostKilobytes = 2_500_000

  /// Serves until there are no more orders.
  public static func serve(builtins: BuiltinTable) {
    // Several workers share the processors, and each command's time is that of its thread.
    useProcessors(atMost: 1)
    Work.notesCrashes()
    guard let first = readLine(), case .limits(let limits, let longAtOnce)? = WorkerOrder(line: first) else { return }
    // The last resort; stacks take room that is reserved and not used.
    limitMemory(to: 4_000_000_000 + mostThreads << 29)
    let worker = ServingWorker(builtins, limits, longAtOnce)
    say(.ready)
    while let line = readLine(), let order = WorkerOrder(line: line) { worker.take(order) }
    worker.end()
  }

  private init(_ builtins: BuiltinTable, _ limits: ServingLimits, _ longAtOnce: Int) {
    long = LongWorkQueue(most: longAtOnce) { ServingWorker.say(.waiting($0, before: $1)) }
    let state = state
    let watch = ThreadWatch(look: Self.lookAtMemory) { interruption in
      let late = state.change { $0.running.first { $0.value.interruption === interruption }?.key }
      Self.say(.late(late ?? 0))
      Self.end(1)
    }
    server = StepServer(builtins: builtins, limits: limits, watch: watch)
  }

  private static func lookAtMemory() {
    guard residentKilobytes > mostKilobytes else { return }
    say(.memory)
    end(1)
  }

  // MARK: Orders

  private func take(_ order: WorkerOrder) {
    switch order {
    case .limits: break
    case .lesson(let path, let text): server.add(ServedLesson(path: path, text: text))
    case .stop(let number):
      state.change { state in
        // What has not begun yet is stopped as soon as it does.
        state.running[number]?.requestStop()
        if let place = state.queue.firstIndex(where: { $0.number == number }) {
          state.queue.insert(state.queue.remove(at: place), at: 0)
        }
      }
      long.lookAgain()
    case .prepare, .step, .complete, .help:
      let mayBegin = state.change { state in
        if let number = order.number { state.running[number] = control(number) }
        if state.threads < Self.mostThreads {
          state.threads += 1
          return true
        }
        state.queue.append(order)
        return false
      }
      if mayBegin { begin(order) }
    }
  }

  /// On a thread of its own, which does not come back: it may have stepped back behind others for good.
  private func begin(_ order: WorkerOrder) {
    let isBegun = LargeStack.start {
      self.run(order)
      let next = self.state.change { state -> WorkerOrder? in
        if let number = order.number { state.running[number] = nil }
        if !state.queue.isEmpty { return state.queue.removeFirst() }
        state.threads -= 1
        return nil
      }
      if let next { self.begin(next) }
    }
    // Without threads nothing can be done here; another process may have more luck.
    if !isBegun { Self.end(1) }
  }

  private func control(_ number: Int) -> StepControl {
    let last = Mutex(ContinuousClock.now - .seconds(1))
    let long = long
    let control = Mutex<StepControl?>(nil)
    let made = StepControl(
      whenLong: {
        guard let control = control.withLock({ $0 }) else { return }
        control.interruption.send {
          Work.stepBack()
          long.enter(number) { control.isStopped }
        }
      },
      progress: { progress in
        let isDue = last.withLock { last in
          guard ContinuousClock.now - last >= .milliseconds(200) else { return false }
          last = .now
          return true
        }
        if isDue { Self.say(.working(number, progress.text)) }
      })
    control.withLock { $0 = made }
    return made
  }

  // MARK: Running

  private func run(_ order: WorkerOrder) {
    Work.begin(order.number ?? 0)
    switch order {
    case .prepare(let version):
      // Nobody waits for that.
      Work.stepBack()
      server.prepare(version: version)
    case .step(let number, let request):
      let control = state.change { $0.running[number] } ?? StepControl()
      let reply = server.reply(to: request, control)
      // What was to be done on the way holds on to the request.
      control.interruption.send {}
      long.leave(number)
      Self.say(reply.map { .reply(number, $0) } ?? .unknown(number))
    case .complete(let number, let version, let step, let lines, let text, let place):
      let found = server.completions(version: version, step: step, lines: lines, in: text, at: place)
      Self.say(found.map { .completions(number, $0) } ?? .unknown(number))
    case .help(let number, let word): Self.say(.help(number, server.help(word)))
    case .limits, .lesson, .stop: break
    }
    Work.begin(0)
  }

  private static func say(_ word: WorkerWord) {
    let bytes = Array(word.line.utf8)
    output.withLock { _ in try? OpenFile.write(bytes, to: STDOUT_FILENO) }
  }

  // MARK: The end

  /// Nobody waits for what still runs.
  private func end() {
    state.change { state in for control in state.running.values { control.requestStop() } }
    long.lookAgain()
    Self.end(0)
  }

  private static func end(_ status: Int32) -> Never {
    FileAccess.removeOwn()
    _exit(status)
  }
}

extension WorkerOrder {
  /// By what its answer is known.
  fileprivate var number: Int? {
    switch self {
    case .step(let number, _), .complete(let number, _, _, _, _, _), .help(let number, _), .stop(let number): number
    case .limits, .lesson, .prepare: nil
    }
  }
}
