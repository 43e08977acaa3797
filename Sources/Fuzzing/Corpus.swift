import Lessons
import Vocabulary
import Workbench

/// The commands of lessons and transcripts.
public enum Corpus {
  /// The lines that begin with `> ` in the Markdown files at and below some paths, in their order.
  public static func lines(of paths: [String]) throws(Failure) -> [String] {
    var lines: [String] = []
    for file in try LessonFiles.find(paths) {
      guard case .success(let text) = TextFile.read(file) else { continue }
      lines += text.lines.filter { $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) }
    }
    return lines
  }
}
