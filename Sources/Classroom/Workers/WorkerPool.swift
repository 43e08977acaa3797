import Lessons

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
public final class WorkerPool: Sendable {
  /// - Parameters:
  ///   - program: the path of `gradus`.
  ///   - arguments: with which it is a worker, `serve --worker`.
  ///   - count: how many processes.
  public init(program: String, arguments: [String], count: Int, limits: ServingLimits = ServingLimits()) {}

  /// Makes a lesson known. It is kept, and told to workers that start later.
  public func announce(_ lesson: ServedLesson) {}

  /// Lets a worker run a lesson before it is asked for.
  public func prepare(version: String) {}

  /// What comes of a request.
  ///
  /// - Parameter progress: called, from some thread, while it takes a while.
  public func perform(
    _ request: StepRequest, for student: Int, progress: @escaping @Sendable (JobProgress) -> Void = { _ in }
  ) async throws(WorkerProblem) -> StepReply {
    throw .unavailable("")
  }

  /// Stops the running command of a student, whose request is then answered with `stopped`.
  public func stop(student: Int) {}

  /// What can stand at a place in a line at a step, counted in UTF-16 units.
  public func completions(
    version: String, step: String, lines: [String], line: String, at place: Int, for student: Int
  ) async throws(WorkerProblem) -> StepCompletions {
    throw .unavailable("")
  }

  /// What `help` says of a word, as an HTML fragment.
  public func help(_ word: String) async throws(WorkerProblem) -> String { throw .unavailable("") }

  /// Ends all workers. Requests that are under way are answered with `unavailable`.
  public func shutDown() async {}
}
