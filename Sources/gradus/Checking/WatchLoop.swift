import Builtins
import CLibEdit
import Lessons
import Platform
import Workbench

/// Runs lessons again whenever their files change, and shows the report anew.
struct WatchLoop {
  /// What tells that a file is another one than before.
  private struct Stamp: Equatable {
    let identity: FileStatus.Identity
    let size: Int
    let modification: FileStatus.Time

    /// Nil where there is no file.
    init?(_ path: String) {
      guard let status = try? FileStatus(of: path) else { return nil }
      (identity, size, modification) = (status.identity, status.size, status.modification)
    }
  }

  private let paths: [String]
  private let filter: String?
  private let threads: Int
  private let budget: Budget
  private let format: ReportFormat
  private let usesColor: Bool
  /// Of lessons, and of the data that they load.
  private var stamps: [String: [Stamp?]] = [:]
  /// Of files that are no lessons there is none.
  private var results: [String: LessonResult] = [:]

  /// The least time between two looks at the files, in microseconds; a look at many takes long, and the pause is so much longer
  /// that looking costs next to nothing.
  private static let pause = 8_000
  private static let idleFactor = 50

  init(
    _ paths: [String], filter: String?, jobs: Int?, budget: Budget, format: ReportFormat, usesColor: Bool
  ) {
    self.paths = paths
    self.filter = filter
    threads = jobs ?? processorCount
    self.budget = budget
    self.format = format
    self.usesColor = usesColor
  }

  /// Goes on until the program is stopped; throws where a report cannot be written.
  func run() throws {
    var loop = self
    var isFirst = true
    while true {
      let start = ContinuousClock.now
      let files = LessonFiles.candidates(paths).filter { file in filter.map { file.contains($0) } ?? true }
      let hasChanged = loop.refresh(files)
      let spent = hasChanged ? 0 : (ContinuousClock.now - start) / .microseconds(1)
      if hasChanged || isFirst { try loop.show(files) }
      isFirst = false
      usleep(UInt32(min(500_000, max(Double(Self.pause), spent * Double(Self.idleFactor)))))
    }
  }

  /// Runs what is new or has changed; whether there was anything.
  private mutating func refresh(_ files: [String]) -> Bool {
    var changed: [String] = []
    var current: [String: [Stamp?]] = [:]
    for file in files {
      current[file] = [Stamp(file)] + Self.stamps(ofDataOf: results[file])
      if stamps[file] != current[file] { changed.append(file) }
    }
    let gone = stamps.keys.contains { current[$0] == nil }
    stamps = current
    results = results.filter { current[$0.key] != nil }
    let named = Set(paths)
    let fresh = LargeStack.map(changed, threads: threads) { [budget] file -> LessonResult? in
      named.contains(file) || LessonFiles.isLesson(file) ? Lesson.run(file, builtins: .standard, budget: budget) : nil
    }
    for (file, result) in zip(changed, fresh) {
      results[file] = result
      stamps[file] = (stamps[file]?.prefix(1) ?? []) + Self.stamps(ofDataOf: result)
    }
    return gone || !changed.isEmpty
  }

  private static func stamps(ofDataOf result: LessonResult?) -> [Stamp?] {
    (result?.companions ?? []).map { Stamp($0) }
  }

  /// The screen is cleared where there is one.
  private func show(_ files: [String]) throws {
    let check = Check(files.compactMap { results[$0] })
    let isScreen = Terminal.isTerminal(standard_output()) && !Terminal.isDumb
    let isForPeople = format.name == ReportFormat.all[0].name
    let report = format.text(check, usesColor: usesColor)
    let isWritten = Terminal.writeWhole((isScreen ? "\u{1B}[H\u{1B}[2J\u{1B}[3J" : "") + report, isExact: !isForPeople)
    if !isWritten { throw CommandFailure(.fault) }
  }
}
