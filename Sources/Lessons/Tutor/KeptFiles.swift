import Platform
import Vocabulary
import Workbench

/// Puts files that were made in a lesson where the learner is, since they are gone with the lesson else. No file of anybody's is
/// replaced but those it has put there itself.
public struct KeptFiles: Sendable {
  private let folder: String
  /// Where each file went, by its name in the lesson.
  private var targets: [String: String] = [:]

  /// - Parameter folder: empty for the current one.
  public init(in folder: String = "") { self.folder = folder }

  /// Keeps a file. Throws a failure of kind `file` where that is not possible.
  ///
  /// - Returns: the name that it has now; nil where the same is there already.
  public mutating func keep(_ name: String, at path: String) throws(Failure) -> String? {
    let bytes = try TextFile.bytes(of: path).get()
    let target = targets[name] ?? freeName(for: name.lastComponent, holding: bytes)
    let place = folder.isEmpty ? target : folder + "/" + target
    if (try? TextFile.bytes(of: place).get()) == bytes { return nil }
    targets[name] = target
    try TextFile.replace(place, with: bytes)
    return target
  }

  /// The name itself, or with a number where another file has it.
  private func freeName(for name: String, holding bytes: [UInt8]) -> String {
    let dot = name.lastIndex(of: ".").flatMap { $0 > name.startIndex ? $0 : nil } ?? name.endIndex
    for number in 1...1000 {
      let candidate = number == 1 ? name : "\(name[..<dot])-\(number)\(name[dot...])"
      let place = folder.isEmpty ? candidate : folder + "/" + candidate
      if FileKind(of: place, followsLinks: false) == nil || (try? TextFile.bytes(of: place).get()) == bytes {
        return candidate
      }
    }
    return name + ".kept"
  }
}
