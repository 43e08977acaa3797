import Builtins
import CLibEdit
import Lessons
import Platform
import Workbench

/// Runs lessons again whenever their files change, and shows the report anew.
struct WatchLoop {
  private let paths: [String]
  private let filter: String?
  private let threads: Int
  private let budget: Budget
  private let format: ReportFormat
  private let usesColor: Bool
  private var stamps: [String: FileStamp] = [:]
  /// Of files that are no lessons there is none.
  private var results: [String: LessonResult] = [:]

  /// Milliseconds between two looks at the files.
  private static let pause: UInt32 = 8

  init(
    _ paths: [String], filter: String?, jobs: Int?, budget: Budget, format: ReportFormat, usesColor: Bool
  ) {
    self.paths = paths
    self.filter = filter
    threads = jobs ?? LargeStack.processors
    self.budget = budget
    self.format = format
    self.usesColor = usesColor
  }

  /// Goes on until the program is stopped.
  func run() -> Never {
    var loop = self
    var isFirst = true
    while true {
      let files = LessonFiles.candidates(paths).filter { file in filter.map { file.contains($0) } ?? true }
      if loop.refresh(files) || isFirst { loop.show(files) }
      isFirst = false
      usleep(Self.pause * 1000)
    }
  }

  /// Runs what is new or has changed; whether there was anything.
  private mutating func refresh(_ files: [String]) -> Bool {
    var changed: [String] = []
    var current: [String: FileStamp] = [:]
    for file in files {
      current[file] = FileStamp(file)
      if stamps[file] != current[file] { changed.append(file) }
    }
    let gone = stamps.keys.contains { current[$0] == nil }
    stamps = current
    results = results.filter { current[$0.key] != nil }
    let named = Set(paths)
    let fresh = LargeStack.map(changed, threads: threads) { [budget] file -> LessonResult? in
      named.contains(file) || LessonFiles.isLesson(file) ? Lesson.run(file, builtins: .standard, budget: budget) : nil
    }
    for (file, result) in zip(changed, fresh) { results[file] = result }
    return gone || !changed.isEmpty
  }

  /// The screen is cleared where there is one.
  private func show(_ files: [String]) {
    let check = Check(files.compactMap { results[$0] })
    let isScreen = Terminal.isTerminal(standard_output()) && !Terminal.isDumb
    let isForPeople = format.name == ReportFormat.all[0].name
    let report = format.text(check, usesColor: usesColor)
    let isWritten = Terminal.writeWhole((isScreen ? "\u{1B}[H\u{1B}[2J\u{1B}[3J" : "") + report, isExact: !isForPeople)
    if !isWritten { exit(ExitStatus.fault.rawValue) }
  }
}
