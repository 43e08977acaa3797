import Platform
import Vocabulary

/// Where a file is: as it was written, and as the system finds it.
public struct FilePath: Sendable {
  /// As it was written.
  public let written: String
  /// With `~/` replaced by the home folder.
  let system: String

  /// Throws a failure of kind `file` where no file can have that name.
  public init(_ written: String) throws(Failure) {
    self.written = written
    if written.isEmpty { throw Failure(.file, "the name of the file is empty") }
    if written.utf8.contains(0) { throw Failure(.file, "the name of a file cannot hold the character U+0") }
    if written.hasPrefix("~/"), let home = environmentVariable("HOME") {
      system = home + written.dropFirst()
    } else {
      system = written
    }
  }

  private init(written: String, system: String) {
    self.written = written
    self.system = system
  }

  /// The same name for a file that is somewhere else.
  func located(at system: String) -> FilePath { FilePath(written: written, system: system) }

  /// What follows the last `/`.
  public var name: String {
    String(written[(written.lastIndex(of: "/").map(written.index(after:)) ?? written.startIndex)...])
  }

  /// The folder with its `/`, empty where that is the current one.
  public var folder: String { String(written.dropLast(name.count)) }

  /// What stands before the last `/` of a path, with it.
  static func folder(of path: String) -> String {
    String(path[..<(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)])
  }

  /// What follows the last dot of the name; nil where there is none, or nothing before or behind it.
  public var suffix: String? {
    let name = name
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex, name.index(after: dot) < name.endIndex else {
      return nil
    }
    return String(name[name.index(after: dot)...])
  }

  /// The name without its suffix.
  public var stem: String { suffix.map { String(name.dropLast($0.count + 1)) } ?? name }

  /// What the system says of a call that failed, with the file's name.
  public func failure(_ error: SystemError) -> Failure { failure(error.code) }

  public func failure(_ code: Int32) -> Failure {
    switch code {
    case ENOENT: missing(hint: Suggestion.hint(for: name, among: neighbours))
    case EISDIR: Failure(.file, "'\(written)' is a folder")
    case EACCES, EPERM: Failure(.file, "access to '\(written)' is not permitted")
    case EROFS: Failure(.file, "'\(written)' is on a disk that may only be read")
    case ENOSPC, EDQUOT: Failure(.file, "there is no room for '\(written)' on the disk")
    default: Failure(.file, "'\(written)': \(SystemError(code).text)")
    }
  }

  /// The same of a file that was to be written.
  public func failure(ofWriting error: SystemError) -> Failure {
    if error.code == ENOENT { return Failure(.file, "there is no folder '\(folder)'") }
    return failure(error)
  }

  /// What the system says of writing a file whose name nobody has typed.
  public static func failure(ofWriting path: String, _ error: SystemError) -> Failure {
    do { return try FilePath(path).failure(ofWriting: error) } catch { return error }
  }

  public func missing(hint: String?) -> Failure { Failure(.file, "there is no file '\(written)'", hint: hint) }

  /// The names in the folder, in order, at most ten thousand.
  public var neighbours: [String] {
    let folder = Self.folder(of: system)
    return Folder.names(in: folder.isEmpty ? "." : folder, atMost: 10_000).sorted()
  }
}

extension Folder.Unmade {
  /// The same in the learner's words.
  public var failure: Failure {
    let reason: String
    switch error.code {
    case ENOTDIR: return Failure(.file, "'\(path)' is no folder")
    case EACCES, EPERM: reason = "this is not permitted"
    case EROFS: reason = "the disk may only be read"
    case ENOSPC, EDQUOT: reason = "there is no room on the disk"
    default: reason = error.text
    }
    return Failure(.file, "the folder '\(path)' cannot be made: \(reason)")
  }
}
