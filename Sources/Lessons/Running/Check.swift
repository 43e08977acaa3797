import Workbench

/// What `gradus check` found.
public struct Check: Sendable {
  public enum Status: Int32, Sendable {
    case allHold = 0
    case someDiffer = 1
    case unreadable = 2
  }

  /// In the order of the paths.
  public let lessons: [LessonResult]
  /// Why the paths could not be followed.
  public let failure: DocumentFailure?

  /// Runs the lessons that some paths mean, several at once. With `failFast`, none after the first that does not hold is
  /// reported.
  public init(_ paths: [String], filter: String? = nil, jobs: Int? = nil, failFast: Bool = false) {
    do {
      let files = try LessonFiles.find(paths).filter { file in filter.map { file.contains($0) } ?? true }
      let threads = max(1, jobs ?? LargeStack.processors)
      var lessons = LargeStack.map(files, threads: threads) { Lesson.run($0) }
      if failFast, let first = lessons.firstIndex(where: { !$0.holds }) {
        lessons.removeSubrange((first + 1)...)
      }
      self.lessons = lessons
      failure = files.isEmpty ? DocumentFailure(line: nil, message: "no lesson was chosen") : nil
    } catch {
      lessons = []
      failure = error
    }
  }

  public var status: Status {
    if failure != nil || lessons.contains(where: { $0.failure != nil }) { return .unreadable }
    return lessons.allSatisfy(\.holds) ? .allHold : .someDiffer
  }
}

extension String {
  /// Whether the text holds another one.
  fileprivate func contains(_ part: String) -> Bool {
    part.isEmpty || indices.contains { self[$0...].hasPrefix(part) }
  }
}
