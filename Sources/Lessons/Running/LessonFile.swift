import Platform
import Vocabulary
import Workbench

/// A file that may hold a lesson, read once.
struct LessonFile: Sendable {
  /// As it is reported.
  let path: String
  let location: BytePath
  /// What it held, or why it could not be read.
  let content: Result<Content, Failure>

  struct Content: Sendable {
    let bytes: [UInt8]
    /// Without a byte order mark.
    let text: String
  }

  init(_ path: String) { self.init(BytePath(path)) }

  init(_ location: BytePath) {
    self.location = location
    path = location.text
    content =
      path.utf8.elementsEqual(location.bytes)
      ? Self.read(path) : .failure(Failure(.file, "the name of this file is not UTF-8 text", hint: "rename it"))
  }

  private static func read(_ path: String) -> Result<Content, Failure> {
    guard FileKind(of: path) != .other else { return .failure(Failure(.file, "this is no ordinary file")) }
    return TextFile.bytes(of: path).flatMap { bytes in
      TextFile.text(of: bytes).map { Content(bytes: bytes, text: $0) }
    }
  }

  /// Whether it holds commands, or cannot be read, which is to be said.
  var mayBeLesson: Bool { (try? content.get()).map { Lesson.isLesson($0.text) } ?? true }

  /// Whether the file still holds what was read.
  var isCurrent: Bool { (try? TextFile.bytes(of: path).get()) == (try? content.get())?.bytes }
}
