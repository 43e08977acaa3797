import Platform
import Vocabulary

/// Reading whole files of UTF-8 text.
public enum TextFile {
  /// What to say of bytes that are no text.
  public static let notUTF8 = Failure(.file, "this is not UTF-8 text", hint: "save the file as UTF-8")

  /// The text, without a byte order mark; or a failure of kind `file` that says why there is none.
  public static func read(_ path: String) -> Result<String, Failure> { bytes(of: path).flatMap(text) }

  /// The content of a file, or a failure of kind `file` that says why there is none.
  public static func bytes(of path: String) -> Result<[UInt8], Failure> {
    do throws(SystemError) {
      let file = try OpenFile(reading: path)
      switch try file.status().kind {
      case .file: break
      case .folder: throw SystemError(EISDIR)
      default:
        // What the shell hands over, as by <(…), is meant to be waited for.
        guard path == "/dev/stdin" || path.hasPrefix("/dev/fd/") else {
          return .failure(Failure(.file, "this is no ordinary file"))
        }
        file.waitForMore()
      }
      return .success(try file.rest())
    } catch {
      return .failure(Failure(.file, reason(error)))
    }
  }

  /// Bytes as text, without a byte order mark; a failure that names the first line that is none.
  public static func text(of bytes: [UInt8]) -> Result<String, Failure> {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if let text = String(validating: bytes, as: UTF8.self) { return .success(text) }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    return .failure(Failure(.file, "line \(line + 1) is not UTF-8 text", hint: "save the file as UTF-8"))
  }

  private static func reason(_ error: SystemError) -> String {
    switch error.code {
    case ENOENT: "there is no such file"
    case EISDIR: "this is a folder"
    case EACCES: "this file may not be read"
    default: error.text
    }
  }
}

extension TextFile {
  /// Puts bytes in the place of what a file held, at once: whoever reads the file, even after a crash, finds the old ones
  /// or the new ones whole.
  ///
  /// - Parameter isWanted: asked when all is written, before the old file is given up.
  /// - Returns: whether that was wanted.
  /// - Throws: a failure of kind `file`; the old file is as it was.
  @discardableResult
  public static func replace(
    _ path: String, with bytes: [UInt8], ifStill isWanted: () -> Bool = { true }
  ) throws(Failure) -> Bool {
    let file = try FileWriter(FilePath(path), interruption: Interruption())
    try file.write(bytes)
    // The disk can take long, and meanwhile somebody may change the file: the question comes last.
    try file.synchronize()
    guard isWanted() else { return false }
    try file.finish()
    return true
  }
}
