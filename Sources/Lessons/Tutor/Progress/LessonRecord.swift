/// How far somebody is in a lesson.
public struct LessonRecord: Sendable, Equatable {
  /// What is known of a step.
  public enum Outcome: Sendable, Equatable {
    /// Run, or a prediction that was not ventured.
    case done
    /// Right: of an exercise whenever it was found, of a quiz at the first try.
    case right
    /// A prediction that was wrong, a quiz that took several tries.
    case late
    /// Answered wrongly so far. The step is not finished.
    case tried
    /// The answer was shown.
    case skipped
    /// Answered in a copy without keys; the answer is for the teacher.
    case handed(String)

    public var isFinished: Bool { self != .tried }
  }

  /// By the title and the name of the file a lesson is known, so that its folder may be moved.
  public let title: String
  public let fileName: String
  /// By the keys of the steps.
  public var outcomes: [String: Outcome] = [:]

  public init(title: String, fileName: String) {
    self.title = title
    self.fileName = fileName
  }

  /// Steps of a plan that are finished.
  public func finished(of plan: TutorPlan) -> Int {
    plan.steps.count { outcomes[$0.key]?.isFinished == true }
  }

  /// Points that were earned for steps of a plan.
  public func points(of plan: TutorPlan) -> Int {
    plan.steps.reduce(0) { $0 + (outcomes[$1.key] == .right ? $1.points : 0) }
  }
}
