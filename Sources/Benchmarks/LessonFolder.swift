import Builtins
import Lessons
import Platform
import Workbench

/// A temporary folder full of lessons of simple commands.
final class LessonFolder {
  private let folder: TemporaryFolder
  var path: String { folder.path }

  /// Nil where it cannot be written.
  init?(files: Int, commands: Int) {
    guard let folder = try? TemporaryFolder("gradus-bench-") else { return nil }
    self.folder = folder
    for number in 0..<files {
      let block = (0..<commands).map { "> \($0) + \(number) × 2\n\($0 + 2 * number)\n" }.joined()
      let text = "# Lesson \(number)\n\n```gradus\n\(block)```\n"
      guard (try? OpenFile(writing: "\(folder.path)/lesson\(number).md", O_TRUNC).write(text)) != nil else {
        return nil
      }
    }
  }

  /// All of them as notebooks, one after the other.
  func notebooks(runs: Bool) -> [[UInt8]] {
    LessonFiles.candidates([path]).compactMap { file in
      guard case .success(let content) = TextFile.bytes(of: file) else { return nil }
      return try? LessonNotebook(of: content, at: file, builtins: .standard, isForTeacher: true, runs: runs).bytes
    }
  }
}
