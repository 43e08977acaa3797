/// A file or one end of a pipe that is open; it is closed with this value.
public final class OpenFile {
  /// Negative once it is closed.
  public private(set) var descriptor: Int32

  /// Takes over what is open already.
  public init(adopting descriptor: Int32) { self.descriptor = descriptor }

  /// Opens a file to read it. Nothing is waited for, as would be for somebody who writes to a pipe.
  public convenience init(reading path: BytePath, followsLinks: Bool = true) throws(SystemError) {
    try self.init(path, O_RDONLY | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW))
  }

  public convenience init(reading path: String) throws(SystemError) { try self.init(reading: BytePath(path)) }

  /// Opens a file to write it, which is made where it is missing.
  ///
  /// - Parameters:
  ///   - flags: `O_APPEND` and its kin.
  ///   - rights: who may read and write a file that is made, but for what the user withholds by default.
  public convenience init(writing path: String, _ flags: Int32, rights: mode_t = 0o666) throws(SystemError) {
    try self.init(BytePath(path), O_WRONLY | O_CREAT | flags, rights: rights)
  }

  public init(_ path: BytePath, _ flags: Int32, rights: mode_t = 0o666) throws(SystemError) {
    descriptor = open(path.systemName, flags | O_CLOEXEC, rights)
    if descriptor < 0 { throw SystemError() }
  }

  deinit { if descriptor >= 0 { systemClose(descriptor) } }

  /// Closes it; throws where what was written did not get through.
  public func close() throws(SystemError) {
    let closed = descriptor
    descriptor = -1
    if systemClose(closed) != 0 { throw SystemError() }
  }

  public func status() throws(SystemError) -> FileStatus { try FileStatus(descriptor: descriptor) }

  // MARK: Reading

  /// From now on a read waits until something has come.
  public func waitForMore() { _ = fcntl(descriptor, F_SETFL, 0) }

  /// What has come, at most so many bytes; waits until something has. Empty at the end.
  public func available(atMost most: Int) throws(SystemError) -> [UInt8] {
    try read(most) { _ in true }
  }

  /// The next bytes: so many, or fewer at the end.
  public func next(_ count: Int) throws(SystemError) -> [UInt8] {
    try read(count) { $0 == count }
  }

  /// All that is left, or the first so many bytes of it.
  public func rest(atMost most: Int = .max) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < most {
      let wanted = min(most - bytes.count, 1 << 16)
      let chunk = try next(wanted)
      bytes += chunk
      if chunk.count < wanted { break }
    }
    return bytes
  }

  /// Reads until the buffer is full, the end is reached or the number of bytes is enough.
  private func read(_ count: Int, until isEnough: (Int) -> Bool) throws(SystemError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      while filled < count {
        let length = systemRead(descriptor, .init(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...]))
        if length > 0 {
          filled += length
          if isEnough(filled) { break }
        } else if length == 0 {
          break
        } else if errno != EINTR {
          code = errno
          break
        }
      }
    }
    if code != 0 { throw SystemError(code) }
    return bytes
  }

  // MARK: Writing

  /// Writes all of it.
  public func write(_ bytes: [UInt8]) throws(SystemError) { try Self.write(bytes, to: descriptor) }

  public func write(_ text: String) throws(SystemError) { try write(Array(text.utf8)) }

  /// Writes all of it to what stays open.
  public static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    let code = bytes.withUnsafeBytes { buffer -> Int32 in
      var rest = buffer[...]
      while !rest.isEmpty {
        let length = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
        if length > 0 {
          rest = rest.dropFirst(length)
        } else if length == 0 {
          return EIO
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
    if code != 0 { throw SystemError(code) }
  }

  /// Takes away what is behind so many bytes.
  public func truncate(to size: Int) throws(SystemError) {
    if ftruncate(descriptor, off_t(size)) != 0 { throw SystemError() }
  }

  /// Waits until all that was written is on the disk.
  public func synchronize() throws(SystemError) {
    if fsync(descriptor) != 0, errno != EINVAL { throw SystemError() }
  }

  // MARK: Sharing

  /// Keeps the file for itself until it is closed; waits for others who have it.
  public func lock() throws(SystemError) {
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw SystemError() }
    }
  }

  /// The same without waiting; whether nobody had it.
  func lockAtOnce() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }
}
