/// What can be done with folders.
public enum Folder {
  /// Whether a folder is there, at the end of links too.
  public static func exists(_ path: String) -> Bool { FileKind(of: path) == .folder }

  /// Why a folder could not be made, and which of those on the way to it.
  public struct Unmade: Error {
    public let path: String
    public let error: SystemError
  }

  /// Makes a folder and those above it that are missing. The error is `ENOTDIR` where something else has the name.
  public static func make(_ path: String, rights: mode_t = 0o777) throws(Unmade) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part
      if mkdir(made, rights) != 0 {
        let code = errno
        guard exists(made) else { throw Unmade(path: made, error: SystemError(code == EEXIST ? ENOTDIR : code)) }
      }
      made += "/"
    }
  }

  // MARK: What is in it

  /// The names in a folder but for `.` and `..`, at most so many, in no order; none where it cannot be read.
  public static func entries(of path: BytePath, atMost most: Int = .max) -> [BytePath] {
    guard let stream = opendir(path.systemName) else { return [] }
    defer { closedir(stream) }
    return entries(of: stream, atMost: most)
  }

  /// The same as texts; what is no UTF-8 in them becomes U+FFFD.
  public static func names(in path: String, atMost most: Int = .max) -> [String] {
    entries(of: BytePath(path), atMost: most).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  // MARK: Its end

  /// Takes a folder away with all that is in it, so many levels deep and no deeper. A link goes, and not what it leads to.
  public static func remove(_ path: String, levels: Int = .max) {
    remove(BytePath(path), in: AT_FDCWD, levels: levels)
  }

  /// A folder is opened before it is looked into, so that nobody can put a link in its place meanwhile.
  private static func remove(_ path: BytePath, in parent: Int32, levels: Int) {
    let name = path.systemName
    if unlinkat(parent, name, 0) == 0 || levels <= 0 { return }
    let folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if folder >= 0 {
      if let stream = fdopendir(folder) {
        for entry in entries(of: stream, atMost: .max) { remove(entry, in: folder, levels: levels - 1) }
        closedir(stream)
      } else {
        close(folder)
      }
    }
    unlinkat(parent, name, AT_REMOVEDIR)
  }

  private static func entries(of stream: FolderStream, atMost most: Int) -> [BytePath] {
    var names: [BytePath] = []
    while names.count < most, let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if !name.elementsEqual(".".utf8), !name.elementsEqual("..".utf8) { names.append(BytePath(bytes: name)) }
    }
    return names
  }
}
