#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder that goes away with this value.
public final class TemporaryFolder {
  public let path: String

  public init() throws {
    var template = Array("/tmp/gradus-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw References.Unreadable(path: "/tmp") }
    path = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.removeAll(path) }

  private static func removeAll(_ path: String) {
    // A link goes, and not what it leads to.
    if unlink(path) == 0 { return }
    if let stream = opendir(path) {
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { removeAll(path + "/" + name) }
      }
      closedir(stream)
    }
    remove(path)
  }

  /// Writes a file, making the folders that lead to it.
  public func write(_ name: String, _ text: String) { write(name, bytes: Array(text.utf8)) }

  public func write(_ name: String, bytes: [UInt8]) {
    let parts = name.split(separator: "/")
    var folder = path
    for part in parts.dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
    guard let file = fopen(path + "/" + name, "w") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  /// The text of a file, nil where there is none.
  public func read(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  /// The content of a file, nil where there is none.
  public func bytes(_ name: String) -> [UInt8]? {
    guard let file = fopen(path + "/" + name, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }
}

extension String {
  /// The text with each occurrence of a part replaced.
  public func replacing(_ part: String, with other: String) -> String {
    var result = ""
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(part) {
        result += other
        rest = rest.dropFirst(part.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }

  /// Whether the text holds another.
  public func contains(_ part: String) -> Bool { indices.contains { self[$0...].hasPrefix(part) } }
}
