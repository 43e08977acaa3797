import Platform
import Probability
import Synchronization
import Vocabulary
import Workbench

/// The process that runs answers, so that one which ends it costs nothing but itself.
///
/// It reads requests, `path, number of the first question`, a line each (a path that is no text is written in hexadecimal,
/// and a third word says so), and writes what it finds as it goes: `ready` or `broken`
/// once; for each request `content` with its hash or `unreadable`, then `grade` for each question, then `done`; `late` before it ends
/// because an answer does not.
public struct GradingWorker: Sendable {
  private let lesson: String
  private let builtins: BuiltinTable
  private let budget: AnswerBudget

  public init(lesson: String, builtins: BuiltinTable, budget: AnswerBudget) {
    self.lesson = lesson
    self.builtins = builtins
    self.budget = budget
  }

  /// Serves requests until there are no more. To be run on a large stack.
  public func serve() {
    let prepared: GradingLesson
    guard case .success(let text) = TextFile.read(lesson) else {
      return Self.say("broken", "", "the lesson cannot be read", "")
    }
    do {
      let watch = ProcessorWatch(grace: .seconds(2)) {
        Self.say("late")
        _exit(1)
      }
      watch.start()
      prepared = try GradingLesson(Document(text), builtins: builtins, path: lesson, budget: budget, watch: watch)
    } catch {
      Self.say("broken", error.line.map { String($0) } ?? "", error.message, error.hint ?? "")
      return
    }
    // Many values within their limits could together take all memory; the system's own limit ends this process before.
    limitMemory(to: 2_000_000_000 + 8 * budget.memory)
    Self.say("ready")
    while let line = readLine() {
      let request = Fields.read(line)
      guard let path = BytePath(request: request), let first = Int(request[1]) else { return }
      grade(path, from: first, in: prepared)
    }
  }

  private func grade(_ path: BytePath, from first: Int, in lesson: GradingLesson) {
    let bytes: [UInt8]
    switch SubmissionFile.content(of: path) {
    case .success(let content): bytes = content
    case .failure(let problem): return Self.say("unreadable", problem.message)
    }
    let sheet: AnswerSheet
    do {
      let copy = try HandedInCopy(bytes, at: path, exercises: lesson.exercises)
      sheet = try AnswerSheet(copy, lexicon: builtins.lexicon)
    } catch {
      return Self.say("unreadable", (error.line.map { "line \($0): " } ?? "") + error.message)
    }
    Self.say("content", String(Fingerprint.of(bytes), radix: 16))
    for index in first..<max(first, lesson.count) {
      let grade = lesson.grade(index, of: sheet)
      Self.say(["grade"] + grade.fields)
    }
    Self.say("done")
  }

  private static func say(_ fields: String...) { say(fields) }

  private static func say(_ fields: [String]) {
    try? OpenFile.write(Array(Fields.line(fields).utf8), to: STDOUT_FILENO)
  }
}

extension BytePath {
  /// The words of a request for the copy at this path.
  func request(from first: Int) -> [String] {
    if String(validating: bytes, as: UTF8.self) != nil { return [text, String(first)] }
    return [
      bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined(), String(first), "hexadecimal",
    ]
  }

  /// Nil where the words are no request.
  init?(request: [String]) {
    guard (2...3).contains(request.count) else { return nil }
    guard request.count == 3 else {
      self.init(request[0])
      return
    }
    let digits = Array(request[0])
    let pairs = stride(from: 0, to: digits.count - 1, by: 2)
    self.init(bytes: pairs.compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) })
  }
}

/// Watches from a thread of its own how much processor time this process has taken since an answer began.
///
/// Processor time is the answer's own: what other programs do meanwhile does not make it longer, as it does with the time on the
/// wall.
package final class ProcessorWatch: Sendable {
  private struct State {
    var interruption: Interruption?
    /// In nanoseconds of processor time.
    var end = UInt64.max
    var isOver = false
  }

  private let state = Mutex(State())
  /// Beyond the end by so much more, work that does not stop is not waited for.
  private let grace: Duration
  private let giveUp: @Sendable () -> Void
  private static let pause: UInt32 = 10_000

  /// - Parameter giveUp: called where work goes on when its time has long been over.
  package init(grace: Duration, giveUp: @escaping @Sendable () -> Void) {
    self.grace = grace
    self.giveUp = giveUp
  }

  /// Begins to watch; goes on until the process ends, and ends it once the one that started it is gone.
  func start() {
    let parent = getppid()
    LargeStack.detach {
      while getppid() == parent {
        self.look()
        usleep(Self.pause)
      }
      _exit(0)
    }
  }

  /// Runs work that is asked to stop once it has taken so much time.
  func limit<Output>(
    _ interruption: Interruption, to time: Duration, _ body: () -> Output
  ) -> (output: Output, isOver: Bool) {
    state.withLock { $0 = State(interruption: interruption, end: processorTime + time.nanoseconds) }
    let output = body()
    let isOver = state.withLock { state in
      defer { state = State() }
      return state.isOver
    }
    return (output, isOver)
  }

  private func look() {
    let now = processorTime
    let isLong = state.withLock { state -> Bool in
      guard now >= state.end else { return false }
      state.isOver = true
      state.interruption?.request()
      return now - state.end >= grace.nanoseconds
    }
    if isLong { giveUp() }
  }
}

extension Duration {
  fileprivate var nanoseconds: UInt64 { UInt64(max(0, self / .nanoseconds(1))) }
}
