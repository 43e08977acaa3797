import Vocabulary
import Workbench

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The file of a lesson as it was when it was read.
struct LessonSource: Sendable {
  let path: String
  let bytes: [UInt8]
  /// Without a byte order mark.
  let text: String

  /// Throws where the file cannot be read, is no ordinary one or holds no UTF-8.
  init(_ path: String) throws(Failure) {
    self.path = path
    var status = stat()
    if stat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) {
      throw Failure(.document, "this is no ordinary file")
    }
    bytes = try TextFile.bytes(of: path).get()
    text = try TextFile.text(of: bytes).get()
  }

  /// Whether the file still holds the same.
  var isCurrent: Bool { (try? TextFile.bytes(of: path).get()) == bytes }
}
