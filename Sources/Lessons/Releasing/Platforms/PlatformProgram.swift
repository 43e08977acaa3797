import Platform
import Vocabulary
import Workbench

/// The program that grades where a course platform runs it, on a system that has none of the libraries of this one.
public struct PlatformProgram: Sendable {
  let bytes: [UInt8]

  /// - Parameter path: a program for Linux; nil for the one that runs.
  /// - Throws: where it is none, or needs libraries.
  public init(_ path: String?) throws(Failure) {
    guard let path = path ?? Installation.current.program else {
      throw Failure(.document, "nothing tells where gradus itself is", hint: "name the program with --program")
    }
    bytes = try TextFile.bytes(of: path).mapError { $0.located(in: path) }.get()
    guard let needsLoader = Self.needsLoader(bytes) else {
      throw Failure(
        .document, "'\(path)' is no program for Linux", hint: "name one with --program; the packages of gradus hold it")
    }
    if needsLoader {
      throw Failure(
        .document, "'\(path)' needs libraries that the platform does not have",
        hint: "name a program that needs none with --program; the packages of gradus hold it")
    }
  }

  /// Whether a program in the format ELF, for 64 bits and the lowest byte first, names a loader for its libraries; nil of anything else.
  static func needsLoader(_ bytes: [UInt8]) -> Bool? {
    guard bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]), bytes.count >= 64 else { return nil }
    func number(_ offset: Int, _ size: Int) -> Int {
      (0..<size).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    let (start, size, count) = (number(32, 7), number(54, 2), number(56, 2))
    guard size >= 56, count > 0, start <= bytes.count - size * count, start >= 64 else { return nil }
    let loader = 3
    return (0..<count).contains { number(start + size * $0, 4) == loader }
  }
}
