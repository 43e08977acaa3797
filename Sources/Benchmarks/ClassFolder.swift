import Builtins
import Lessons
import Platform
import Workbench

/// A temporary folder with a lesson and the copies of a class, half of whose answers are right.
final class ClassFolder {
  private let folder: TemporaryFolder
  private var path: String { folder.path }

  /// Nil where it cannot be written.
  init?(copies: Int, exercises: Int) {
    guard let folder = try? TemporaryFolder("gradus-bench-") else { return nil }
    self.folder = folder
    let path = folder.path
    try? Folder.make(path + "/copies", rights: 0o700)
    let lesson = "# A lesson\n\n" + (0..<exercises).map(Self.exercise).joined()
    guard Self.write(lesson, to: path + "/lesson.md"),
      let release = try? Release.make(of: Array(lesson.utf8), builtins: .standard)
    else {
      return nil
    }
    let parts = String(decoding: release.bytes, as: UTF8.self).split(separator: "_", omittingEmptySubsequences: true)
    for copy in 0..<copies {
      var text = ""
      for (index, part) in parts.enumerated() {
        let chance = Self.chance(index)
        let answer = (copy + index) % 2 == 0 ? "std(bernoulli(\(chance)))" : "\(chance)"
        text += part + (index < parts.count - 1 ? answer : "")
      }
      guard Self.write(text, to: path + "/copies/\(copy).md") else { return nil }
    }
  }

  /// The number of right answers.
  func grade() -> Int {
    let grader = Grader(
      lesson: path + "/lesson.md", arguments: [Self.mark, path + "/lesson.md"], budget: AnswerBudget())
    guard let files = try? SubmissionFiles.find([path + "/copies"]),
      let book = try? grader.grade(files)
    else { return -1 }
    return book.submissions.reduce(Score.zero) { $0 + book.points($1) }.hundredths / 100
  }

  private static let mark = "serve-grading"

  /// Runs answers where the arguments say so: the benchmarks are their own worker.
  static func serves(_ arguments: [String]) -> Bool {
    guard arguments.count == 3, arguments[1] == mark else { return false }
    let worker = GradingWorker(lesson: arguments[2], builtins: .standard, budget: AnswerBudget())
    LargeStack.run { worker.serve() }
    return true
  }

  private static func chance(_ index: Int) -> Double { Double(index + 1) / 25 }

  private static func exercise(_ index: Int) -> String {
    let chance = chance(index)
    return """
      Some words about exercise \(index), as lessons have them, so that there is something to read.

      ```gradus
      > p\(index) = \(chance)
      \(chance)
      ```

      ```gradus exercise=e\(index)
      > s\(index) = ____
      ```

      <!-- gradus check=e\(index)
      s\(index)² = \(chance * (1 - chance)) ±0.0001
      wrong s\(index) = \(chance) "That is the mean."
      -->

      <details><summary>Solution</summary>

      ```gradus solution=e\(index)
      > s\(index) = √(p\(index) × (1 - p\(index)))
      ```

      </details>


      """
  }

  private static func write(_ text: String, to path: String) -> Bool {
    (try? OpenFile(writing: path, O_TRUNC).write(text)) != nil
  }
}
