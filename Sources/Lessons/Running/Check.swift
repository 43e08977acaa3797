import Synchronization
import Vocabulary
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
  public let failure: Failure?
  /// How many other seeds were tried, nil where none was.
  public let seeds: Int?

  /// Runs the lessons that some paths mean, several at once.
  ///
  /// - Parameters:
  ///   - filter: a text that the path of a lesson must hold.
  ///   - failFast: whether nothing is reported after the first lesson that does not hold, and none begun once one does not.
  ///   - seeds: how many other seeds of the session are tried, to find out what is luck.
  public init(
    _ paths: [String], filter: String? = nil, jobs: Int? = nil, failFast: Bool = false, budget: Budget = Budget(),
    seeds: Int? = nil
  ) {
    self.seeds = seeds
    let threads = max(1, jobs ?? LargeStack.processors)
    do {
      let files = try LessonFiles.find(paths).filter { file in filter.map { file.contains($0) } ?? true }
      let plain = Self.run(files, threads, failFast: failFast, budget)
      lessons = seeds.map { Self.measuringLuck(of: plain, seeds: $0, threads, budget) } ?? plain
      failure = files.isEmpty ? Failure(.document, "no lesson was chosen") : nil
    } catch {
      lessons = []
      failure = error
    }
  }

  /// Puts together what was found of each lesson.
  public init(_ lessons: [LessonResult]) {
    self.lessons = lessons
    failure = nil
    seeds = nil
  }

  private static func run(_ files: [String], _ threads: Int, failFast: Bool, _ budget: Budget) -> [LessonResult] {
    let lastWanted = Boundary(failFast ? files.count : .max)
    let results = LargeStack.map(Array(files.enumerated()), threads: threads) { number, file -> LessonResult? in
      guard number <= lastWanted.value else { return nil }
      let result = Lesson.run(file, budget: budget)
      if failFast, !result.holds { lastWanted.lower(to: number) }
      return result
    }
    return results.prefix(failFast ? lastWanted.value + 1 : results.count).compactMap { $0 }
  }

  /// Runs the lessons again, each under seeds 1, 2 … so many.
  private static func measuringLuck(
    of lessons: [LessonResult], seeds: Int, _ threads: Int, _ budget: Budget
  ) -> [LessonResult] {
    let runs = lessons.indices.flatMap { index in (1...max(1, seeds)).map { (lesson: index, seed: UInt64($0)) } }
    let footprints = LargeStack.map(runs, threads: threads) { run -> Luck.Footprint? in
      let lesson = lessons[run.lesson]
      guard let document = lesson.document else { return nil }
      return Luck.Footprint(Lesson.run(document, path: lesson.path, seed: run.seed, budget: budget))
    }
    return lessons.enumerated().map { index, lesson in
      var lesson = lesson
      let others = zip(runs, footprints).filter { $0.0.lesson == index }.compactMap(\.1)
      if !others.isEmpty { lesson.luck = Luck.list(plain: lesson, others: others) }
      return lesson
    }
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
