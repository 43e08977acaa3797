#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The reference values under Tests/References.
public enum References {
  public struct Unreadable: Error {
    public let path: String
    public init(path: String) { self.path = path }
  }

  /// The rows of a CSV file below its heading, cut at commas.
  public static func rows(_ path: String) throws -> [[String]] {
    try text(path).split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// A whole file.
  public static func text(_ path: String) throws -> String {
    try file(Project.path("Tests/References/" + path))
  }

  /// A whole file, given by its full path.
  public static func file(_ full: String) throws -> String {
    guard let file = fopen(full, "r") else { throw Unreadable(path: full) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A double from its bits in hexadecimal.
  public static func double(_ bits: String) -> Double {
    Double(bitPattern: UInt64(bits, radix: 16) ?? .max)
  }
}
