/// How a lesson went.
public struct LessonResult: Sendable {
  public let path: String
  /// The commands that were run, in the order in which they were.
  public internal(set) var commands: [CommandResult] = []
  /// What is wrong with the keys of the exercises.
  public internal(set) var flaws: [ExerciseFlaw] = []
  /// Why the file could not be read as a lesson.
  public internal(set) var failure: DocumentFailure?

  init(path: String, failure: DocumentFailure? = nil) {
    self.path = path
    self.failure = failure
  }

  /// Commands that were run.
  public var count: Int { commands.count }
  public var failed: [CommandResult] { commands.filter { !$0.holds } }
  /// Whether it could be read and everything in it holds.
  public var holds: Bool { failure == nil && flaws.isEmpty && commands.allSatisfy(\.holds) }
}
