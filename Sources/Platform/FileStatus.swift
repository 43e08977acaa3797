/// What stands at a path.
public enum FileKind: Sendable {
  case file, folder, link, other

  /// Nil where there is nothing. Links are followed unless they are asked for.
  public init?(of path: String, followsLinks: Bool = true) { self.init(of: BytePath(path), followsLinks: followsLinks) }

  public init?(of path: BytePath, followsLinks: Bool = true) {
    guard let status = try? FileStatus(of: path, followsLinks: followsLinks) else { return nil }
    self = status.kind
  }

  /// Whether two paths lead to the same file.
  public static func isSame(_ path: String, _ other: String) -> Bool {
    guard let status = try? FileStatus(of: path) else { return false }
    return status.identity == (try? FileStatus(of: other))?.identity
  }
}

/// What the system knows of a file besides its content.
public struct FileStatus: Sendable {
  public let kind: FileKind
  /// In bytes.
  public let size: Int
  public let identity: Identity
  /// Who may read and write it.
  public let rights: mode_t
  public let owner: uid_t
  /// How many names it has.
  public let links: Int
  public let modification: Time

  /// What tells a file from all others, whatever its path.
  public struct Identity: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
  }

  /// When something happened.
  public struct Time: Hashable, Sendable {
    /// Since 1970.
    public let seconds: Int
    let nanoseconds: Int
  }

  /// Links are followed unless they are asked for.
  public init(of path: String, followsLinks: Bool = true) throws(SystemError) {
    try self.init(of: BytePath(path), followsLinks: followsLinks)
  }

  public init(of path: BytePath, followsLinks: Bool = true) throws(SystemError) {
    var status = stat()
    let name = path.systemName
    guard (followsLinks ? stat(name, &status) : lstat(name, &status)) == 0 else { throw SystemError() }
    self.init(status)
  }

  /// Of an open file.
  init(descriptor: Int32) throws(SystemError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemError() }
    self.init(status)
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    size = Int(status.st_size)
    identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino))
    rights = status.st_mode & 0o777
    owner = status.st_uid
    links = Int(status.st_nlink)
    modification = Time(seconds: status.modification.tv_sec, nanoseconds: status.modification.tv_nsec)
  }
}
