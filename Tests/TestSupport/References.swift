import Platform

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
    guard let bytes = try? OpenFile(reading: full).rest() else { throw Unreadable(path: full) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A double from its bits in hexadecimal.
  public static func double(_ bits: String) -> Double {
    Double(bitPattern: UInt64(bits, radix: 16) ?? .max)
  }
}
