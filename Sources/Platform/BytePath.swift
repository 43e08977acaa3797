/// A path as the system has it: bytes, which need be no text and which no reader takes for another spelling of the same.
public struct BytePath: Sendable, Hashable, Comparable {
  public let bytes: [UInt8]

  public init(_ text: String) { bytes = Array(text.utf8) }
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// As it is shown: a byte that is no UTF-8 as the letter that it is in Latin-1.
  public var text: String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// For a call of the system.
  var systemName: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  public static func < (left: BytePath, right: BytePath) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }

  private static let slash = UInt8(ascii: "/")

  /// What follows the last `/`.
  public var name: BytePath { BytePath(bytes: Array(bytes[((bytes.lastIndex(of: Self.slash) ?? -1) + 1)...])) }

  /// What stands before the last `/`; empty where there is none.
  public var folder: BytePath { BytePath(bytes: Array(bytes[..<(bytes.lastIndex(of: Self.slash) ?? 0)])) }

  /// The folder that holds it, `.` where nothing says which.
  public var parent: BytePath {
    guard let end = bytes.lastIndex(of: Self.slash) else { return BytePath(".") }
    return BytePath(bytes: Array(bytes[..<max(end, 1)]))
  }

  /// The parts between `/`.
  public var parts: [BytePath] { bytes.split(separator: Self.slash).map { BytePath(bytes: Array($0)) } }

  public func appending(_ name: BytePath) -> BytePath {
    bytes.isEmpty ? name : BytePath(bytes: bytes + (bytes.last == Self.slash ? [] : [Self.slash]) + name.bytes)
  }

  /// The same without `.` and doubled `/`, by which one file could be named twice.
  public var normalized: BytePath {
    let parts = bytes.split(separator: Self.slash).filter { !$0.elementsEqual(".".utf8) }
    return BytePath(bytes: (bytes.first == Self.slash ? [Self.slash] : []) + parts.joined(separator: [Self.slash]))
  }

  /// The names in this folder in the order of their bytes, hidden ones left out.
  public var entries: [BytePath] {
    Folder.entries(of: self).filter { $0.bytes.first != UInt8(ascii: ".") }.sorted()
  }
}

/// A path without links, `.` and `..`; nil, with `errno` set, where there is no such file.
public func resolvedPath(_ path: String) -> String? {
  guard let buffer = realpath(path, nil) else { return nil }
  defer { free(buffer) }
  return String(cString: buffer)
}
