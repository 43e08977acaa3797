import Lessons
import Platform
import Synchronization

/// How far a command is that takes a while.
public enum JobProgress: Sendable, Equatable {
  /// So many commands of others go first.
  case waiting(before: Int)
  /// In words: `epoch 120 of 500, loss 0.31`.
  case working(String)
}

/// Why a pool gives no reply.
public enum WorkerProblem: Error, Sendable, Equatable {
  /// A command of this student runs already.
  case busy
  /// The lesson of that version was not announced, or has no such step.
  case unknown
  /// Workers cannot be started, or end one after the other: why, a sentence for the teacher.
  case unavailable(String)
}

/// The processes that run what students type. It is safe to be used from anywhere; nothing in it waits on a thread of the caller's.
///
/// A student's requests go to the same worker, which then has at hand what the student's lines left; any other would give the same
/// replies. Where a process ends, its place is taken at once, and what it was at is asked again: only a command at which it ended, or
/// ended twice, is answered with `crashed`.
public final class WorkerPool: Sendable {
  private struct State {
    var seats: [WorkerSeat]
    var lessons: [String: ServedLesson] = [:]
    /// The versions of those that are run before they are asked for.
    var prepared: Set<String> = []
    /// The numbers of the running commands, by student.
    var students: [Int: Int] = [:]
    var nextNumber = 1
    var replies = ReplyCache(most: 16_000_000)
    var troubles = Troubles()
    var isOver = false
  }

  private let state: Mutex<State>
  private let limits: ServingLimits

  /// - Parameters:
  ///   - program: the path of `gradus`.
  ///   - arguments: with which it is a worker, `serve --worker`.
  ///   - count: how many processes.
  public init(program: String, arguments: [String], count: Int, limits: ServingLimits = ServingLimits()) {
    self.limits = limits
    Signal.ignore(SIGPIPE)
    let links = (0..<max(1, count)).compactMap { _ in try? WorkerLink(program, arguments) }
    state = Mutex(State(seats: links.map(WorkerSeat.init)))
    for (index, link) in links.enumerated() {
      link.start(
        greeting: { [weak self] in self?.greeting ?? [] },
        isBusy: { [weak self] in self?.isBusy(index) ?? false },
        heard: { [weak self] in self?.heard($0, from: index) },
        died: { [weak self] in self?.died(index, $0) ?? false })
    }
  }

  deinit { state.withLock { state in for seat in state.seats { seat.link.end() } } }

  // MARK: Lessons

  /// Makes a lesson known. It is kept, and told to workers that start later.
  public func announce(_ lesson: ServedLesson) {
    state.withLock { state in
      guard state.lessons.updateValue(lesson, forKey: lesson.version) == nil else { return }
      for seat in state.seats { seat.link.post([.lesson(path: lesson.path, text: lesson.text)]) }
    }
  }

  /// Lets the workers run a lesson before it is asked for.
  public func prepare(version: String) {
    state.withLock { state in
      guard state.prepared.insert(version).inserted else { return }
      for seat in state.seats { seat.link.post([.prepare(version: version)]) }
    }
  }

  /// What a process is told first.
  private var greeting: [WorkerOrder] {
    let longAtOnce = state.withLock { max(1, processorCount / max(1, $0.seats.count)) }
    return state.withLock { state in
      [.limits(limits, longAtOnce: longAtOnce)]
        + state.lessons.values.map { .lesson(path: $0.path, text: $0.text) }
        + state.prepared.sorted().map { .prepare(version: $0) }
    }
  }

  // MARK: Requests

  /// What comes of a request.
  ///
  /// - Parameter progress: called, from some thread, while it takes a while.
  public func perform(
    _ request: StepRequest, for student: Int, progress: @escaping @Sendable (JobProgress) -> Void = { _ in }
  ) async throws(WorkerProblem) -> StepReply {
    if let known = state.withLock({ $0.replies[request] }) { return known }
    let answer = try await answer(to: { .step($0, request) }, for: student, isCommand: true, progress)
    guard case .reply(_, let reply) = answer else { throw .unknown }
    state.withLock { $0.replies.add(reply, to: request) }
    return reply
  }

  /// Stops the running command of a student, whose request is then answered with `stopped`.
  public func stop(student: Int) {
    state.withLock { state in
      guard let number = state.students[student], !state.seats.isEmpty else { return }
      state.seats[seat(of: student, state)].stop(number)
    }
  }

  /// What can stand at a place in a line at a step, counted in UTF-16 units.
  public func completions(
    version: String, step: String, lines: [String], line: String, at place: Int, for student: Int
  ) async throws(WorkerProblem) -> StepCompletions {
    let answer = try await answer(
      to: { .complete($0, version: version, step: step, lines: lines, text: line, place: place) }, for: student)
    guard case .completions(_, let found) = answer else { throw .unknown }
    return found
  }

  /// What `help` says of a word, as an HTML fragment.
  public func help(_ word: String) async throws(WorkerProblem) -> String {
    let answer = try await answer(to: { .help($0, word) }, for: 0)
    guard case .help(_, let html) = answer else { throw .unknown }
    return html
  }

  private func answer(
    to order: (Int) -> WorkerOrder, for student: Int, isCommand: Bool = false,
    _ progress: @escaping @Sendable (JobProgress) -> Void = { _ in }
  ) async throws(WorkerProblem) -> WorkerWord {
    try await withCheckedContinuation { (continuation: CheckedContinuation<Result<WorkerWord, WorkerProblem>, Never>) in
      let problem = state.withLock { state -> WorkerProblem? in
        if state.isOver { return .unavailable("the server is stopping") }
        if state.seats.isEmpty { return .unavailable("the system gives no pipe for workers") }
        if let trouble = state.troubles.current { return .unavailable(trouble) }
        if isCommand, state.students[student] != nil { return .busy }
        let number = state.nextNumber
        state.nextNumber += 1
        if isCommand { state.students[student] = number }
        let job = WorkerJob(
          number: number, order: order(number), student: isCommand ? student : nil, progress: progress,
          finish: { continuation.resume(returning: $0) })
        state.seats[seat(of: student, state)].add(job)
        return nil
      }
      if let problem { continuation.resume(returning: .failure(problem)) }
    }.get()
  }

  /// The same for the same student, whatever else happens.
  private func seat(of student: Int, _ state: State) -> Int {
    let mixed = UInt64(bitPattern: Int64(student)) &* 0x9E37_79B9_7F4A_7C15
    return Int((mixed >> 32) % UInt64(state.seats.count))
  }

  // MARK: What workers say

  private func isBusy(_ seat: Int) -> Bool { state.withLock { !$0.seats[seat].isIdle } }

  private func heard(_ word: WorkerWord, from seat: Int) {
    let ended: WorkerJob?
    switch word {
    case .waiting(let number, let before): return tell(.waiting(before: before), to: number, at: seat)
    case .working(let number, let text): return tell(.working(text), to: number, at: seat)
    case .reply(let number, _), .completions(let number, _), .help(let number, _), .unknown(let number):
      ended = state.withLock { state in
        state.troubles.end()
        let job = state.seats[seat].finish(number)
        if let student = job?.student { state.students[student] = nil }
        return job
      }
    case .ready, .late, .crash, .memory: return
    }
    ended?.finish(.success(word))
  }

  private func tell(_ progress: JobProgress, to number: Int, at seat: Int) {
    state.withLock { $0.seats[seat].job(number) }?.progress(progress)
  }

  /// Whether another process may be started before it is needed.
  private func died(_ seat: Int, _ death: WorkerLink.Death) -> Bool {
    let (ended, mayStart) = state.withLock { state -> ([(WorkerJob, Result<WorkerWord, WorkerProblem>)], Bool) in
      state.troubles.add(death.problem)
      var ended = state.seats[seat].lose(death)
      if let trouble = state.troubles.current {
        ended += state.seats[seat].giveUp().map { ($0, .failure(.unavailable(trouble))) }
      }
      for (job, _) in ended { if let student = job.student { state.students[student] = nil } }
      return (ended, state.troubles.current == nil)
    }
    for (job, result) in ended { job.finish(result) }
    return mayStart
  }

  /// Whether a command of a student is under way.
  package func isRunning(student: Int) -> Bool { state.withLock { $0.students[student] != nil } }

  /// The processes that run at the moment.
  package var processes: [Int32] { state.withLock { $0.seats.map(\.link.process).filter { $0 > 0 } } }

  // MARK: The end

  /// Ends all workers. Requests that are under way are answered with `unavailable`.
  public func shutDown() async {
    let (jobs, links) = state.withLock { state in
      state.isOver = true
      state.students = [:]
      var jobs: [WorkerJob] = []
      for index in state.seats.indices { jobs += state.seats[index].giveUp() }
      return (jobs, state.seats.map(\.link))
    }
    for link in links { link.end() }
    for job in jobs { job.finish(.failure(.unavailable("the server is stopping"))) }
    await withCheckedContinuation { continuation in
      LargeStack.detach {
        for link in links { link.join() }
        continuation.resume()
      }
    }
  }
}

/// Workers that end one after the other.
private struct Troubles {
  private var deaths: [ContinuousClock.Instant] = []
  private var problem: String?
  /// So many within a minute, and without a reply between, are too many.
  private static let most = 5
  private static let time = Duration.seconds(60)

  mutating func add(_ problem: String?) {
    deaths = deaths.suffix(Self.most - 1) + [.now]
    self.problem = problem
  }

  mutating func end() { deaths = [] }

  /// What is the matter; nil where nothing is, or it is worth to try again.
  var current: String? {
    guard deaths.count >= Self.most, let first = deaths.first, let last = deaths.last, last - first < Self.time,
      ContinuousClock.now - last < Self.time
    else { return nil }
    return problem ?? "the programs that run commands end one after the other"
  }
}
