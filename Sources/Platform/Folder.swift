/// What can be done with folders.
public enum Folder {
  /// Whether a folder is there, at the end of links too.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Makes a folder and those above it that are missing. The code of the failure, `ENOTDIR` where something else has the
  /// name; 0 where the folder is there now.
  public static func make(_ path: String, rights: mode_t = 0o777) -> Int32 {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part
      if mkdir(made, rights) != 0 {
        let code = errno
        guard exists(made) else { return code == EEXIST ? ENOTDIR : code }
      }
      made += "/"
    }
    return 0
  }
}

/// A path without links, `.` and `..`; nil, with `errno` set, where there is no such file.
public func resolvedPath(_ path: String) -> String? {
  guard let buffer = realpath(path, nil) else { return nil }
  defer { free(buffer) }
  return String(cString: buffer)
}

/// An environment variable; nil where it is unset or empty.
public func variable(_ name: String) -> String? {
  guard let text = getenv(name), text.pointee != 0 else { return nil }
  return String(cString: text)
}
