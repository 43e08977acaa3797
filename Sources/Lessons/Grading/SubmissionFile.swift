import Workbench

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A copy that was handed in.
public struct SubmissionFile: Sendable, Equatable {
  /// Whose it is.
  public internal(set) var student: String
  /// As it is reported.
  public var path: String { location.text }
  /// Where it is.
  let location: BytePath
  /// Why it is not looked at.
  public let problem: String?

  /// More bytes than this are no copy of a lesson.
  static let largest = 4_000_000

  /// The content, or why there is none. Links are not followed, and nothing is waited for.
  static func content(of path: BytePath) -> Result<[UInt8], Problem> {
    let descriptor = open(path.systemName, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      return .failure(
        Problem(errno == ELOOP ? Problem.link : errno == ENOENT ? "there is no such file" : "it cannot be opened"))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return .failure(Problem("it is no ordinary file"))
    }
    guard status.st_size <= largest else { return .failure(Problem("it is larger than \(largest / 1_000_000) MB")) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= largest {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return .success(bytes) }
      if count < 0, errno != EINTR { return .failure(Problem("it cannot be read")) }
      bytes += chunk[..<max(0, count)]
    }
    return .failure(Problem("it is larger than \(largest / 1_000_000) MB"))
  }

  /// Why a file is not looked at.
  struct Problem: Error {
    static let link = "it is a symbolic link, which is not followed"

    let message: String
    init(_ message: String) { self.message = message }
  }
}
