import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a file under another name and renames it when it is whole, so that what was there before stays until then.
public final class FileWriter {
  public let path: FilePath
  /// How many bytes have been written.
  public private(set) var size = 0
  /// What is replaced: where a link leads, not the link.
  private let target: String
  private var temporary = ""
  private var descriptor: CInt = -1
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
    var status = stat()
    let exists = stat(path.system, &status) == 0
    target = exists ? Self.resolved(path.system) : path.system
    if exists {
      switch status.st_mode & S_IFMT {
      case S_IFREG: break
      case S_IFDIR: throw path.failure(EISDIR)
      default: throw Failure(.file, "'\(path.written)' is no ordinary file")
      }
      if access(target, W_OK) != 0 { throw path.failure(errno) }
    } else if path.name.isEmpty {
      throw path.failure(EISDIR)
    }
    try openTemporary()
    if exists { fchmod(descriptor, status.st_mode & 0o777) }
  }

  deinit { discard() }

  public func write(_ bytes: [UInt8]) throws(Failure) {
    try interruption.check()
    if let limit, size + bytes.count > limit.bytes { throw limit.failure }
    let code = bytes.withUnsafeBytes { buffer -> Int32 in
      var rest = buffer[...]
      while !rest.isEmpty {
        let length = Self.write(descriptor, UnsafeRawBufferPointer(rebasing: rest))
        if length > 0 {
          rest = rest.dropFirst(length)
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
    if code != 0 { throw path.failure(code) }
    size += bytes.count
  }

  /// Puts the file where it belongs, from where the session can read it. What was written without this is gone.
  public func finish(for session: inout Session) throws(Failure) {
    try finish()
    try session.files.add(path, size: size)
  }

  /// Waits until all that was written is on the disk.
  func synchronize() throws(Failure) {
    if fsync(descriptor) != 0, errno != EINVAL { throw path.failure(errno) }
  }

  /// Puts the file where it belongs.
  func finish() throws(Failure) {
    let status = close(descriptor)
    descriptor = -1
    if status != 0 || rename(temporary, target) != 0 {
      let code = errno
      unlink(temporary)
      throw path.failure(code)
    }
  }

  private func discard() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporary)
  }

  /// A new file beside the target; others may be writing the same one. One that was left by a program that was killed is
  /// locked by nobody and taken over.
  private func openTemporary() throws(Failure) {
    let end = target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex
    for number in 0..<100 {
      temporary = "\(target[..<end]).\(String(decoding: target[end...].utf8.prefix(200), as: UTF8.self)).part\(number)"
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else {
        if [ELOOP, ENXIO, EISDIR].contains(errno) { continue }
        break
      }
      if isOurs { return }
      close(descriptor)
      descriptor = -1
    }
    let code = errno
    if code == ENOENT { throw Failure(.file, "there is no folder '\(path.folder)'") }
    throw path.failure(code)
  }

  /// Locks the temporary file and empties it; false where another program has it or has just renamed it.
  private var isOurs: Bool {
    var (open, named) = (stat(), stat())
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0 && fstat(descriptor, &open) == 0 && lstat(temporary, &named) == 0
      && open.st_ino == named.st_ino && open.st_mode & S_IFMT == S_IFREG && open.st_nlink == 1
      && ftruncate(descriptor, 0) == 0
  }

  private static func resolved(_ path: String) -> String {
    guard let buffer = realpath(path, nil) else { return path }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  private static func write(_ descriptor: CInt, _ buffer: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.write(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}
