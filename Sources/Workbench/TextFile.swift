import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reading whole files of UTF-8 text.
public enum TextFile {
  /// What to say of bytes that are no text.
  public static let notUTF8 = Failure(.file, "this is not UTF-8 text", hint: "save the file as UTF-8")

  /// The text, without a byte order mark; or a failure of kind `file` that says why there is none.
  public static func read(_ path: String) -> Result<String, Failure> { bytes(of: path).flatMap(text) }

  /// The content of a file, or a failure of kind `file` that says why there is none.
  public static func bytes(of path: String) -> Result<[UInt8], Failure> {
    // Without O_NONBLOCK a pipe that nobody writes to would keep us waiting.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(Failure(.file, reason(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(Failure(.file, reason(errno))) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: return .failure(Failure(.file, reason(EISDIR)))
    default:
      // What the shell hands over, as by <(…), is meant to be waited for.
      guard path == "/dev/stdin" || path.hasPrefix("/dev/fd/") else {
        return .failure(Failure(.file, "this is no ordinary file"))
      }
      _ = fcntl(descriptor, F_SETFL, 0)
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Self.read(descriptor, into: &chunk)
      if count == 0 { return .success(bytes) }
      if count < 0, errno != EINTR { return .failure(Failure(.file, reason(errno))) }
      bytes += chunk[..<max(0, count)]
    }
  }

  private static func read(_ descriptor: Int32, into chunk: inout [UInt8]) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, &chunk, chunk.count)
    #else
      Darwin.read(descriptor, &chunk, chunk.count)
    #endif
  }

  /// Bytes as text, without a byte order mark; a failure that names the first line that is none.
  public static func text(of bytes: [UInt8]) -> Result<String, Failure> {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if let text = String(validating: bytes, as: UTF8.self) { return .success(text) }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    return .failure(Failure(.file, "line \(line + 1) is not UTF-8 text", hint: "save the file as UTF-8"))
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "there is no such file"
    case EISDIR: "this is a folder"
    case EACCES: "this file may not be read"
    default: String(cString: strerror(code))
    }
  }
}
