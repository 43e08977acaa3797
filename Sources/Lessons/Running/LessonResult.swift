import Platform
import Vocabulary

/// How a lesson went.
public struct LessonResult: Sendable {
  public let path: String
  /// The commands that were run, in the order in which they were.
  public internal(set) var commands: [CommandResult] = []
  /// What is wrong with the keys of the exercises.
  public internal(set) var flaws: [ExerciseFlaw] = []
  /// What holds only with some seeds, where others were tried.
  public internal(set) var luck: [Luck] = []
  /// Why the file could not be read as a lesson.
  public internal(set) var failure: Failure?
  /// The file as it was read; nil where there was none.
  var file: LessonFile?
  /// What was run; nil where it could not be read.
  public internal(set) var document: Document?
  /// How many commands are to be run.
  var runnable = 0

  init(path: String, failure: Failure? = nil) {
    self.path = path
    self.failure = failure
  }

  /// The files beside the lesson that its commands name, such as data.
  public var companions: [String] {
    let folder = BytePath(path).folder
    return (document?.filesNamed(in: folder) ?? []).map { folder.appending(BytePath($0)).text }
  }

  /// Commands that were run.
  public var count: Int { commands.count }
  public var failed: [CommandResult] { commands.filter { !$0.holds } }
  /// What was used up so that the rest was not run; what needs too much memory fails alone.
  var excess: Budget.Resource? { commands.last?.excess.flatMap { $0 == .memory ? nil : $0 } }
  /// Commands that were not run because the budget was used up.
  public var notRun: Int { excess == nil ? 0 : max(0, runnable - count) }
  /// Whether it could be read and everything in it holds.
  public var holds: Bool { failure == nil && flaws.isEmpty && commands.allSatisfy(\.holds) }
}
