import Language
import Platform
import Vocabulary

/// Reads a file piece by piece, within the limits of a session; closes it in the end.
public final class FileReader {
  public let path: FilePath
  public let limits: Limits
  /// How many bytes the file holds.
  public let size: Int
  private let file: OpenFile
  private let interruption: Interruption

  /// Throws a failure of kind `file` where there is no such file, the session may not use it, or it is a folder,
  /// a device or a pipe.
  public init(_ path: FilePath, for session: Session) throws(Failure) {
    let path = try session.files.readable(path)
    self.path = path
    limits = session.context.limits
    interruption = session.interruption
    let status: FileStatus
    do {
      file = try OpenFile(reading: path.system)
      status = try file.status()
    } catch {
      throw path.failure(error)
    }
    size = status.size
    switch status.kind {
    case .file: break
    case .folder: throw path.failure(EISDIR)
    default: throw Failure(.file, "'\(path.written)' is no ordinary file")
    }
  }

  /// The next bytes: so many, or fewer at the end of the file.
  public func next(_ count: Int) throws(Failure) -> [UInt8] {
    try interruption.check()
    do { return try file.next(count) } catch { throw path.failure(error) }
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
}
