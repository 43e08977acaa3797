/// What can be done with folders. A path that is empty means the current one.
public enum Folder {
  /// Whether a folder is there, at the end of links too.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, in no order, at most so many; nil where it cannot be read. What is not UTF-8 in a name
  /// becomes U+FFFD, so that a file with such a name is told of, though it cannot be opened.
  public static func names(in path: String, atMost most: Int = .max) -> [String]? {
    guard let stream = opendir(path.isEmpty ? "." : path) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count < most, let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
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

  /// Where temporary files belong: `TMPDIR`, else `/tmp`.
  public static var temporary: String { variable("TMPDIR") ?? "/tmp" }

  /// Makes a new folder that only its owner can enter, its name the prefix and six random characters; nil, with `errno`
  /// set, where that cannot be.
  public static func makeTemporary(prefix: String) -> String? {
    var template = Array("\(temporary)/\(prefix)XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    return String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// An environment variable; nil where it is unset or empty.
public func variable(_ name: String) -> String? {
  guard let text = getenv(name), text.pointee != 0 else { return nil }
  return String(cString: text)
}

/// A path without links, `.` and `..`; nil, with `errno` set, where there is no such file.
public func resolvedPath(_ path: String) -> String? {
  guard let buffer = realpath(path, nil) else { return nil }
  defer { free(buffer) }
  return String(cString: buffer)
}

/// What the system says of the code of a failure.
public func systemMessage(_ code: Int32) -> String { String(cString: strerror(code)) }
