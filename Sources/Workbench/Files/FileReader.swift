import Language
import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads a file piece by piece, within the limits of a session; closes it in the end.
public final class FileReader {
  public let path: FilePath
  public let limits: Limits
  /// How many bytes the file holds.
  public let size: Int
  private let descriptor: CInt
  private let interruption: Interruption

  /// Throws a failure of kind `file` where there is no such file, the session may not use it, or it is a folder,
  /// a device or a pipe.
  public init(_ path: FilePath, for session: Session) throws(Failure) {
    let path = try session.files.readable(path)
    self.path = path
    limits = session.context.limits
    interruption = session.interruption
    // Without O_NONBLOCK a pipe that nobody writes to would keep us waiting.
    descriptor = open(path.system, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      size = 0
      throw path.failure(errno)
    }
    size = Int(status.st_size)
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw path.failure(EISDIR)
    default: throw Failure(.file, "'\(path.written)' is no ordinary file")
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The next bytes: so many, or fewer at the end of the file.
  public func next(_ count: Int) throws(Failure) -> [UInt8] {
    try interruption.check()
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      while filled < count {
        let length = Self.read(descriptor, .init(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...]))
        if length > 0 {
          filled += length
        } else if length == 0 {
          break
        } else if errno != EINTR {
          code = errno
          break
        }
      }
    }
    if code != 0 { throw path.failure(code) }
    return bytes
  }

  /// All that is left, as far as a value may take memory.
  public func rest() throws(Failure) -> [UInt8] {
    try limits.reserve(numbers: Double(size) / 8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    while true {
      let chunk = try next(1 << 20)
      if chunk.isEmpty { return bytes }
      bytes += chunk
      try limits.reserve(numbers: Double(bytes.count) / 8)
    }
  }

  /// Asks whether to stop; for long work on what was read.
  public func checkInterruption() throws(Failure) { try interruption.check() }

  /// What is wrong with the content of the file.
  public func failure(_ message: String, hint: String? = nil) -> Failure {
    Failure(.file, "'\(path.written)' \(message)", hint: hint)
  }

  /// The same, of a failure found in the content by what does not know the file.
  public func named(_ failure: Failure) -> Failure {
    failure.kind == .file ? self.failure(failure.message, hint: failure.hint) : failure
  }

  private static func read(_ descriptor: CInt, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}
