import Platform
import Vocabulary

/// Writes a file so that what was there before stays until the new one is whole, within the limits of a session.
public final class FileWriter {
  public let path: FilePath
  /// How many bytes have been written.
  public private(set) var size = 0
  private let file: FileReplacement
  private let interruption: Interruption
  /// How many bytes may be written and what is said of more.
  private var limit: (bytes: Int, failure: Failure)?

  /// Throws a failure of kind `file` where no file can be written there.
  public convenience init(_ path: FilePath, for session: Session) throws(Failure) {
    try self.init(session.files.writable(path), interruption: session.interruption)
    if let room = session.files.room { limit = (room, session.files.tooMuch) }
  }

  init(_ path: FilePath, interruption: Interruption) throws(Failure) {
    self.path = path
    self.interruption = interruption
    // What is replaced: where a link leads, not the link.
    var target = path.system
    switch FileKind(of: path.system) {
    case .file:
      target = resolvedPath(target) ?? target
      if access(target, W_OK) != 0 { throw path.failure(errno) }
    case .folder: throw path.failure(EISDIR)
    case nil: if path.name.isEmpty { throw path.failure(EISDIR) }
    default: throw Failure(.file, "'\(path.written)' is no ordinary file")
    }
    do {
      file = try FileReplacement(of: target)
    } catch {
      throw path.failure(ofWriting: error)
    }
  }

  public func write(_ bytes: [UInt8]) throws(Failure) {
    try interruption.check()
    if let limit, size + bytes.count > limit.bytes { throw limit.failure }
    do { try file.write(bytes) } catch { throw path.failure(error) }
    size += bytes.count
  }

  /// Puts the file where it belongs, from where the session can read it. What was written without this is gone.
  public func finish(for session: inout Session) throws(Failure) {
    try finish()
    try session.files.add(path, size: size)
  }

  /// Waits until all that was written is on the disk.
  func synchronize() throws(Failure) {
    do { try file.synchronize() } catch { throw path.failure(error) }
  }

  /// Puts the file where it belongs.
  func finish() throws(Failure) {
    do { try file.finish() } catch { throw path.failure(error) }
  }
}
