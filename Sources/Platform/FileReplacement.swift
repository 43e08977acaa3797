/// A file that is written under another name and takes the place of another when it is whole, so that what was there
/// before stays until then, whatever ends the program.
public final class FileReplacement {
  private let target: String
  private let temporary: String
  private let file: OpenFile

  /// Begins an empty file beside the one whose place it is to take.
  ///
  /// - Parameter rights: who may read and write it; if nil, who may read and write what is replaced.
  public init(of target: String, rights: mode_t? = nil) throws(SystemError) {
    self.target = target
    (file, temporary) = try Self.begin(beside: target, rights: rights)
    if let rights = rights ?? (try? FileStatus(of: target))?.rights { fchmod(file.descriptor, rights) }
  }

  deinit { if file.descriptor >= 0 { discard() } }

  private func discard() {
    unlink(temporary)
    try? file.close()
  }

  public func write(_ bytes: [UInt8]) throws(SystemError) { try file.write(bytes) }

  /// Waits until all that was written is on the disk.
  public func synchronize() throws(SystemError) { try file.synchronize() }

  /// Takes the place. What was written without this is gone.
  public func finish() throws(SystemError) {
    do throws(SystemError) {
      try file.close()
      if rename(temporary, target) != 0 { throw SystemError() }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Others may be writing the same file. One that was left by a program that was killed is locked by nobody and taken
  /// over.
  private static func begin(beside target: String, rights: mode_t?) throws(SystemError) -> (OpenFile, String) {
    let end = target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex
    for number in 0..<100 {
      let name = "\(target[..<end]).\(String(decoding: target[end...].utf8.prefix(200), as: UTF8.self)).part\(number)"
      do {
        let file = try OpenFile(writing: name, O_NOFOLLOW | O_NONBLOCK, rights: rights ?? 0o666)
        if isOurs(file, name) { return (file, name) }
      } catch {
        guard [ELOOP, ENXIO, EISDIR].contains(error.code) else { throw error }
      }
    }
    throw SystemError(EAGAIN)
  }

  /// Locks the temporary file and empties it; false where another program has it or has just renamed it.
  private static func isOurs(_ file: OpenFile, _ name: String) -> Bool {
    guard file.lockAtOnce(), let open = try? file.status(), open.kind == .file, open.links == 1,
      let named = try? FileStatus(of: name, followsLinks: false), named.identity == open.identity
    else { return false }
    return ftruncate(file.descriptor, 0) == 0
  }
}
