import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A path as the system has it: bytes, which need be no text and which no reader takes for another spelling of the same.
struct BytePath: Sendable, Hashable, Comparable {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// As it is shown: a byte that is no UTF-8 as the letter that it is in Latin-1.
  var text: String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// For a call of the system.
  var systemName: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  static func < (left: BytePath, right: BytePath) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }

  // MARK: Parts

  private static let slash = UInt8(ascii: "/")

  /// What follows the last `/`.
  var name: BytePath { BytePath(bytes: Array(bytes[((bytes.lastIndex(of: Self.slash) ?? -1) + 1)...])) }

  /// What stands before the last `/`; empty where there is none.
  var folder: BytePath { BytePath(bytes: Array(bytes[..<(bytes.lastIndex(of: Self.slash) ?? 0)])) }

  /// The parts between `/`.
  var parts: [BytePath] { bytes.split(separator: Self.slash).map { BytePath(bytes: Array($0)) } }

  func appending(_ name: BytePath) -> BytePath {
    bytes.isEmpty ? name : BytePath(bytes: bytes + (bytes.last == Self.slash ? [] : [Self.slash]) + name.bytes)
  }

  /// Without the ending of a Markdown file.
  var stem: BytePath {
    let ending = Self.markdownEndings.first { hasEnding($0) } ?? ""
    return BytePath(bytes: Array(bytes.dropLast(ending.utf8.count)))
  }

  /// Whether the name is that of a Markdown file.
  var isMarkdown: Bool { Self.markdownEndings.contains { hasEnding($0) } }

  private static let markdownEndings = [".md", ".markdown", ".mdown"]

  private func hasEnding(_ ending: String) -> Bool {
    bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8) { Self.lowercase($0) == $1 }
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// The same without `.` and doubled `/`, by which one file could be named twice.
  var normalized: BytePath {
    let parts = bytes.split(separator: Self.slash).filter { !$0.elementsEqual(".".utf8) }
    return BytePath(bytes: (bytes.first == Self.slash ? [Self.slash] : []) + parts.joined(separator: [Self.slash]))
  }

  // MARK: The system

  /// The names in a folder in the order of their bytes, hidden ones left out.
  var entries: [BytePath] {
    guard let stream = opendir(systemName) else { return [] }
    defer { closedir(stream) }
    var names: [BytePath] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { start in
          Array(UnsafeBufferPointer(start: start, count: 256).prefix { $0 != 0 })
        }
      }
      if name.first != UInt8(ascii: ".") { names.append(BytePath(bytes: name)) }
    }
    return names.sorted { $0 < $1 }
  }
}
