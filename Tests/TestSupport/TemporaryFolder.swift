@_exported import class Platform.TemporaryFolder
import Platform

extension TemporaryFolder {
  /// A folder for a test.
  public convenience init() throws { try self.init("gradus-test-") }

  /// Writes a file, making the folders that lead to it.
  public func write(_ name: String, _ text: String) { write(name, bytes: Array(text.utf8)) }

  public func write(_ name: String, bytes: [UInt8]) {
    let file = path + "/" + name
    try? Folder.make(BytePath(file).folder.text, rights: 0o700)
    try? OpenFile(writing: file, O_TRUNC).write(bytes)
  }

  /// The text of a file, nil where there is none.
  public func read(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  /// The content of a file, nil where there is none.
  public func bytes(_ name: String) -> [UInt8]? { try? OpenFile(reading: path + "/" + name).rest() }
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
