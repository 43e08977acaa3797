import Platform

/// The files and folders whose names begin as a path in quotation marks ends.
struct FileNames {
  /// The last part of the path as it is written, which a candidate replaces.
  let written: Substring
  /// By name, as they are written in a text; folders end in a slash. Hidden ones only after a dot.
  let candidates: [Candidate]

  /// - Parameters:
  ///   - path: what the text says.
  ///   - written: the same as it is typed, with its backslashes.
  ///   - quote: the mark that closes the text.
  init(matching path: String, written: Substring, quote: String) {
    if path == "~" {
      self.written = written
      candidates = [Candidate(text: "~/", summary: "home folder")]
      return
    }
    let slash = path.lastIndex(of: "/")
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let folder = slash.map { String(path[...$0]) } ?? "./"
    let system = (try? FilePath(folder).system) ?? folder
    self.written = written.lastIndex(of: "/").map { written[written.index(after: $0)...] } ?? written
    candidates = Self.names(in: system).filter {
      $0.hasPrefix(name) && $0.hasPrefix(".") == name.hasPrefix(".")
    }.sorted().compactMap { Self.candidate($0, in: system, quote: quote) }
  }

  private static func names(in folder: String) -> [String] {
    // What is not UTF-8 cannot be typed either.
    Folder.entries(of: BytePath(folder)).compactMap { String(validating: $0.bytes, as: UTF8.self) }
  }

  private static func candidate(_ name: String, in folder: String, quote: String) -> Candidate? {
    guard let status = try? FileStatus(of: folder + name) else { return nil }
    let marks = ["'", "‘", "’"].contains(quote) ? "'‘’" : "\"“”＂"
    let text = String(name.flatMap { $0 == "\\" || marks.contains($0) ? "\\\($0)" : "\($0)" })
    if status.kind == .folder { return Candidate(text: text + "/", summary: "folder") }
    return Candidate(text: text, summary: size(status.size))
  }

  private static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1_000: bytes == 1 ? "1 byte" : "\(bytes) bytes"
    case ..<1_000_000: "\((bytes + 500) / 1_000) kB"
    case ..<1_000_000_000: "\((bytes + 500_000) / 1_000_000) MB"
    default: "\((bytes + 500_000_000) / 1_000_000_000) GB"
    }
  }
}
