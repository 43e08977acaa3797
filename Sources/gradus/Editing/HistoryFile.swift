import CLibEdit
import Platform
import Vocabulary
import Workbench

/// The lines typed so far, kept between runs: UTF-8, an entry a line, for its owner's eyes only.
///
/// Entries are appended under a lock, so simultaneous prompts lose nothing; a file that has grown too long is written anew
/// and put in the old one's place. What is no file, such as /dev/null, keeps nothing.
struct HistoryFile {
  /// Entries that are kept.
  static let longest = 10_000

  static let variable = EnvironmentVariable(
    "GRADUS_HISTORY", "The file that keeps what is typed at the prompt, in the place of ~/.local/state/gradus/history.")

  /// Where links lead, so that a link stays one.
  private let path: String

  /// That of the prompt. Throws where there is no place for it.
  init() throws(Failure) {
    let path = if let path = Self.variable.value { path } else { try StateFolder.history.path() }
    self.init(at: path)
  }

  init(at path: String) { self.path = resolvedPath(path) ?? path }

  /// The entries, oldest first. What is not UTF-8 in them becomes U+FFFD.
  func load() -> [String] {
    guard isOrdinary, case .success(let bytes) = TextFile.bytes(of: path) else { return [] }
    return Self.lines(of: bytes).suffix(Self.longest).map { Self.unescaped(String(decoding: $0, as: UTF8.self)) }
  }

  /// Whether it is a file, or will be one: a pipe would keep us waiting.
  private var isOrdinary: Bool { FileKind(of: path).map { $0 == .file } ?? true }

  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] { bytes.split(separator: UInt8(ascii: "\n")) }

  /// Throws where the entry cannot be kept; then nothing of it is in the file.
  func append(_ entry: String) throws(Failure) {
    if FileKind(of: path) == .other { return }
    do throws(SystemError) {
      let file = try openLocked()
      let size = try file.status().size
      do throws(SystemError) {
        try file.write(Self.escaped(entry) + "\n")
      } catch {
        // Half an entry would become one with the next.
        try? file.truncate(to: size)
        throw error
      }
      trimIfLong()
      // Not before this is the lock given up.
      try file.close()
    } catch {
      throw FilePath.failure(ofWriting: path, error)
    }
  }

  /// The file with its lock held. Another prompt may have put a new file in its place while this one waited for the lock;
  /// then the new one is taken.
  private func openLocked() throws(SystemError) -> OpenFile {
    while true {
      let file = try OpenFile(writing: path, O_APPEND, rights: 0o600)
      try file.lock()
      let present = (try? FileStatus(of: path))?.identity
      if try file.status().identity == present { return file }
    }
  }

  /// Called with the lock held.
  private func trimIfLong() {
    guard case .success(let bytes) = TextFile.bytes(of: path) else { return }
    let lines = Self.lines(of: bytes)
    guard lines.count > Self.longest, let file = try? FileReplacement(of: path, rights: 0o600) else { return }
    do {
      try file.write(lines.suffix(Self.longest).flatMap { $0 + [UInt8(ascii: "\n")] })
      try file.finish()
    } catch {
      // The file stays as long as it is.
    }
  }

  private static func escaped(_ entry: String) -> String {
    entry.map { $0 == "\\" ? "\\\\" : $0.isNewline ? "\\n" : String($0) }.joined()
  }

  private static func unescaped(_ line: String) -> String {
    var result = ""
    var isEscaped = false
    for character in line {
      if isEscaped {
        result.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
