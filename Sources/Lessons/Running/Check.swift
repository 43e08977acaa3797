import Vocabulary

/// What `gradus check` found.
public struct Check: Sendable {
  public enum Status: Sendable {
    case allHold, someDiffer, unreadable
  }

  /// In the order of the paths.
  public let lessons: [LessonResult]
  /// Why the paths could not be followed.
  public let failure: Failure?
  /// How many other seeds were tried, nil where none was.
  public let seeds: Int?

  /// Puts together what was found of each lesson.
  public init(_ lessons: [LessonResult], failure: Failure? = nil, seeds: Int? = nil) {
    self.lessons = lessons
    self.failure = failure
    self.seeds = seeds
  }

  public var status: Status {
    if failure != nil || lessons.contains(where: { $0.failure != nil }) { return .unreadable }
    return lessons.allSatisfy(\.holds) ? .allHold : .someDiffer
  }
}
