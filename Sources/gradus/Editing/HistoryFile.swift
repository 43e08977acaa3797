import CLibEdit
import Platform
import Vocabulary
import Workbench

/// The lines typed so far, kept between runs: UTF-8, an entry a line, for its owner's eyes only.
///
/// Entries are appended under a lock, so simultaneous prompts lose nothing; a file that has grown too long is written anew
/// and put in the old one's place. Where it cannot be read or written, there is simply no history.
struct HistoryFile {
  /// Entries that are kept.
  static let longest = 10_000

  /// Where links lead, so that a link stays one.
  private let path: String

  /// In `$GRADUS_HISTORY`, else below `$XDG_STATE_HOME` or `~/.local/state`; nil where there is no home.
  init?() {
    guard let path = environmentVariable("GRADUS_HISTORY") ?? StateFolder.path.map({ $0 + "/history" }) else {
      return nil
    }
    self.path = resolvedPath(path) ?? path
  }

  /// The entries, oldest first. What is not UTF-8 in them becomes U+FFFD.
  func load() -> [String] {
    guard isOrdinary, case .success(let bytes) = TextFile.bytes(of: path) else { return [] }
    return Self.lines(of: bytes).suffix(Self.longest).map { Self.unescaped(String(decoding: $0, as: UTF8.self)) }
  }

  /// Whether it is a file, or will be one: a pipe would keep us waiting.
  private var isOrdinary: Bool { FileKind(of: path).map { $0 == .file } ?? true }

  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] { bytes.split(separator: UInt8(ascii: "\n")) }

  func append(_ entry: String) {
    guard isOrdinary, let file = openLocked() else { return }
    try? file.write(Self.escaped(entry) + "\n")
    trimIfLong()
    // Not before this is the lock given up.
    try? file.close()
  }

  /// The file with its lock held. Another prompt may have put a new file in its place while this one waited for the lock;
  /// then the new one is taken.
  private func openLocked() -> OpenFile? {
    while true {
      guard let file = try? OpenFile(writing: path, O_APPEND, rights: 0o600), (try? file.lock()) != nil else {
        return nil
      }
      let present = (try? FileStatus(of: path))?.identity
      if let opened = (try? file.status())?.identity, opened == present { return file }
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
