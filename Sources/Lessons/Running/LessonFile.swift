import Vocabulary
import Workbench

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that may hold a lesson, read once.
struct LessonFile: Sendable {
  let path: String
  /// What it held, or why it could not be read.
  let content: Swift.Result<Content, Failure>

  struct Content: Sendable {
    let bytes: [UInt8]
    /// Without a byte order mark.
    let text: String
  }

  init(_ path: String) {
    self.path = path
    content = Self.read(path)
  }

  private static func read(_ path: String) -> Swift.Result<Content, Failure> {
    var status = stat()
    if stat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) {
      return .failure(Failure(.file, "this is no ordinary file"))
    }
    return TextFile.bytes(of: path).flatMap { bytes in
      TextFile.text(of: bytes).map { Content(bytes: bytes, text: $0) }
    }
  }

  /// Whether it holds commands, or cannot be read, which is to be said.
  var mayBeLesson: Bool { (try? content.get()).map { Lesson.isLesson($0.text) } ?? true }

  /// Whether the file still holds what was read.
  var isCurrent: Bool { (try? TextFile.bytes(of: path).get()) == (try? content.get())?.bytes }
}
