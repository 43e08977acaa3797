import Vocabulary
import Workbench

/// Runs lessons.
public enum Lesson {
  /// Whether a text holds commands at all.
  static func isLesson(_ markdown: String) -> Bool {
    markdown.lines.contains { line in
      let bare = line.drop { $0.isWhitespace || $0 == ">" || $0 == "-" || $0 == "*" }
      guard let fence = bare.first, fence == "`" || fence == "~" else { return false }
      return bare.drop { $0 == fence }.drop(while: \.isWhitespace).hasPrefix("gradus")
    }
  }

  /// Runs a file in a session of its own. Commands after one that fails are run all the same.
  public static func run(_ path: String) -> LessonResult {
    switch TextFile.read(path) {
    case .failure(let failure):
      return LessonResult(path: path, failure: DocumentFailure(line: nil, message: failure.message, hint: failure.hint))
    case .success(let text):
      do {
        return try run(Document(text), path: path)
      } catch {
        return LessonResult(path: path, failure: error)
      }
    }
  }

  /// Runs a document in a new session and proves its exercises: each goes on from its first solution.
  public static func run(_ document: Document, path: String = "") -> LessonResult {
    var result = LessonResult(path: path)
    var session = LessonSession()
    for step in document.steps {
      switch step {
      case .block(let block) where block.isRun: result.commands += session.run(block)
      case .block, .quiz: break
      case .exercise(let exercise):
        let proof = ExerciseProof(exercise, in: session)
        result.commands += proof.commands
        result.flaws += proof.flaws
        session = proof.session
      }
    }
    return result
  }
}
