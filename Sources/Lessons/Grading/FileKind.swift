#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What stands at a path.
public enum FileKind: Sendable {
  case file, folder, link, other

  /// Nil where there is nothing. Links are followed unless they are asked for.
  init?(of path: String, followsLinks: Bool = true) { self.init(of: BytePath(path), followsLinks: followsLinks) }

  init?(of path: BytePath, followsLinks: Bool = true) {
    var status = stat()
    let name = path.systemName
    guard (followsLinks ? stat(name, &status) : lstat(name, &status)) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .other
    }
  }

  /// What tells a file from all others, whatever its path.
  static func identity(of path: String) -> [UInt64]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return [UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino)]
  }

  /// Whether two paths lead to the same file.
  public static func isSame(_ path: String, _ other: String) -> Bool {
    identity(of: path).map { $0 == identity(of: other) } ?? false
  }
}
