import Synchronization
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
  /// reported, and none is begun once one does not hold.
  public init(
    _ paths: [String], filter: String? = nil, jobs: Int? = nil, failFast: Bool = false, budget: Budget = Budget()
  ) {
    do {
      let files = try LessonFiles.find(paths).filter { file in filter.map { file.contains($0) } ?? true }
      lessons = Self.run(files, jobs: jobs, failFast: failFast, budget: budget)
      failure = files.isEmpty ? DocumentFailure(line: nil, message: "no lesson was chosen") : nil
    } catch {
      lessons = []
      failure = error
    }
  }

  private static func run(_ files: [String], jobs: Int?, failFast: Bool, budget: Budget) -> [LessonResult] {
    let lastWanted = Boundary(failFast ? files.count : .max)
    let results = LargeStack.map(Array(files.enumerated()), threads: max(1, jobs ?? LargeStack.processors)) {
      number, file -> LessonResult? in
      guard number <= lastWanted.value else { return nil }
      let result = Lesson.run(file, budget: budget)
      if failFast, !result.holds { lastWanted.lower(to: number) }
      return result
    }
    return results.prefix(failFast ? lastWanted.value + 1 : results.count).compactMap { $0 }
  }

  public var status: Status {
    if failure != nil || lessons.contains(where: { $0.failure != nil }) { return .unreadable }
    return lessons.allSatisfy(\.holds) ? .allHold : .someDiffer
  }
}

/// A number that only becomes smaller.
private final class Boundary: Sendable {
  private let number: Atomic<Int>

  init(_ number: Int) { self.number = Atomic(number) }

  var value: Int { number.load(ordering: .relaxed) }

  func lower(to other: Int) { number.min(other, ordering: .relaxed) }
}

extension String {
  /// Whether the text holds another one.
  fileprivate func contains(_ part: String) -> Bool {
    part.isEmpty || indices.contains { self[$0...].hasPrefix(part) }
  }
}
