/// How a program comes by the libraries that it uses.
public enum Linking: String, Sendable {
  /// It has them in itself and runs wherever its processor and kernel are.
  case `static`
  /// They are loaded when it starts.
  case dynamic

  /// Of a program's file; nil where that cannot be told.
  ///
  /// An ELF file that needs a loader has a program header of type `PT_INTERP` that names it (System V ABI, chapter 5).
  public init?(of program: String) {
    #if canImport(Darwin)
      self = .dynamic
    #else
      guard let bytes = try? OpenFile(reading: program).rest(atMost: 1 << 12),
        bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, Self.wordsOf64Bits])
      else { return nil }
      let start = Self.number(bytes, at: 32, bytes: 8)
      let (size, count) = (Self.number(bytes, at: 54, bytes: 2), Self.number(bytes, at: 56, bytes: 2))
      guard count > 0, size >= 4, start >= 0, start <= bytes.count - size * count else { return nil }
      let types = (0..<count).map { Self.number(bytes, at: start + $0 * size, bytes: 4) }
      self = types.contains(Self.loader) ? .dynamic : .static
    #endif
  }

  private static let wordsOf64Bits: UInt8 = 2
  private static let loader = 3

  /// A number of a file for this processor: all that gradus runs on are little-endian.
  private static func number(_ bytes: [UInt8], at place: Int, bytes count: Int) -> Int {
    guard place + count <= bytes.count else { return -1 }
    return bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

/// The processors that this program is for, as the field calls them.
public var processorKind: String {
  #if arch(x86_64)
    "x86_64"
  #elseif arch(arm64)
    #if canImport(Darwin)
      "arm64"
    #else
      "aarch64"
    #endif
  #else
    "unknown processor"
  #endif
}
