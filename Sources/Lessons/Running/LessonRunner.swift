import Platform
import Synchronization
import Vocabulary
import Workbench

/// Runs the lessons that some paths mean, several at once.
public struct LessonRunner: Sendable {
  /// What the commands of the lessons may call.
  public let builtins: BuiltinTable
  /// What each lesson may use up.
  public var budget: Budget
  /// Of how many variants of each exercise the key is proved.
  public var variants = Variants.most
  private let threads: Int

  /// - Parameter jobs: how many lessons run at once; as many as there are processors where it is left out.
  public init(builtins: BuiltinTable, budget: Budget = Budget(), jobs: Int? = nil) {
    self.builtins = builtins
    self.budget = budget
    threads = max(1, jobs ?? processorCount)
  }

  /// - Parameters:
  ///   - filter: a text that the path of a lesson must hold.
  ///   - failFast: whether nothing is reported after the first lesson that does not hold, and none begun once one does not.
  ///   - seeds: how many other seeds of the session are tried, to find out what is luck.
  public func check(
    _ paths: [String], filter: String? = nil, failFast: Bool = false, seeds: Int? = nil
  ) -> Check {
    do {
      let files = try LessonFiles.read(paths).filter { file in filter.map { file.path.contains($0) } ?? true }
      let plain = run(files, failFast: failFast)
      return Check(
        seeds.map { measuringLuck(of: plain, seeds: $0) } ?? plain,
        failure: files.isEmpty ? Failure(.document, "no lesson was chosen") : nil, seeds: seeds)
    } catch {
      return Check([], failure: error, seeds: seeds)
    }
  }

  private func run(_ files: [LessonFile], failFast: Bool) -> [LessonResult] {
    let lastWanted = Minimum(failFast ? files.count : .max)
    let results = LargeStack.map(Array(files.enumerated()), threads: threads) {
      [builtins, budget, variants] number, file -> LessonResult? in
      guard number <= lastWanted.value else { return nil }
      let result = Lesson.run(file, builtins: builtins, budget: budget, variants: variants)
      if failFast, !result.holds { lastWanted.lower(to: number) }
      return result
    }
    return results.prefix(failFast ? lastWanted.value + 1 : results.count).compactMap { $0 }
  }

  /// Runs the lessons again, each under seeds 1, 2 … so many.
  private func measuringLuck(of lessons: [LessonResult], seeds: Int) -> [LessonResult] {
    let runs = lessons.indices.flatMap { index in (1...max(1, seeds)).map { (lesson: index, seed: UInt64($0)) } }
    let footprints = LargeStack.map(runs, threads: threads) { [builtins, budget] run -> Luck.Footprint? in
      let lesson = lessons[run.lesson]
      guard let document = lesson.document else { return nil }
      return Luck.Footprint(Lesson.run(document, builtins: builtins, path: lesson.path, seed: run.seed, budget: budget))
    }
    return lessons.enumerated().map { index, lesson in
      var lesson = lesson
      let others = zip(runs, footprints).filter { $0.0.lesson == index }.compactMap(\.1)
      if !others.isEmpty { lesson.luck = Luck.list(plain: lesson, others: others) }
      return lesson
    }
  }
}

/// The smallest of the numbers that threads have told it.
private final class Minimum: Sendable {
  private let number: Atomic<Int>

  init(_ number: Int) { self.number = Atomic(number) }

  var value: Int { number.load(ordering: .relaxed) }

  func lower(to other: Int) { number.min(other, ordering: .relaxed) }
}

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
