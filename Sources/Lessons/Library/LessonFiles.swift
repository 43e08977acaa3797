import Platform
import Vocabulary
import Workbench

/// Finds the lessons that paths mean.
public enum LessonFiles {
  /// Files as they are named; of folders every Markdown file below them that holds commands, in the order of their names.
  ///
  /// Throws where a path does not exist or a folder holds no lesson.
  public static func find(_ paths: [String]) throws(Failure) -> [String] { try read(paths).map(\.path) }

  /// The same with what they hold.
  static func read(_ paths: [String]) throws(Failure) -> [LessonFile] {
    var files: [LessonFile] = []
    for path in paths {
      guard let isFolder = isFolder(path) else { throw Failure(.document, "there is no file or folder '\(path)'") }
      if !isFolder {
        files.append(LessonFile(path))
        continue
      }
      let found = markdown(below: BytePath(path)).map(LessonFile.init).filter(\.mayBeLesson)
      if found.isEmpty { throw Failure(.document, "the folder '\(path)' holds no lesson") }
      files += found
    }
    // By their bytes: a system can have two files whose names only look the same.
    var seen: Set<BytePath> = []
    return files.filter { seen.insert($0.location).inserted }
  }

  /// All that could be a lesson: files as they are named, of folders every Markdown file below them. What does not exist
  /// is left out.
  public static func candidates(_ paths: [String]) -> [String] {
    var seen: Set<BytePath> = []
    let all = paths.flatMap { path in
      isFolder(path).map { $0 ? markdown(below: BytePath(path)) : [BytePath(path)] } ?? []
    }
    return all.filter { seen.insert($0).inserted }.map(\.text)
  }

  /// The Markdown files and folders whose paths begin so, folders with a `/` at their ends; hidden ones only after a dot.
  public static func completions(of path: String) -> [String] {
    let folder = String(path.prefix(upTo: path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex))
    let name = path.dropFirst(folder.count)
    return Folder.names(in: folder.isEmpty ? "." : folder).sorted().compactMap { found in
      guard found.hasPrefix(name), found.hasPrefix(".") == name.hasPrefix(".") else { return nil }
      if isFolder(folder + found) == true { return folder + found + "/" }
      return BytePath(found).isMarkdown ? folder + found : nil
    }
  }

  /// Whether a file holds commands, or cannot be read, which is to be said.
  public static func isLesson(_ file: String) -> Bool { LessonFile(file).mayBeLesson }

  /// Whether a path is that of a folder; nil where there is nothing.
  public static func isFolder(_ path: String) -> Bool? { FileKind(of: path).map { $0 == .folder } }

  /// What a file that was found in a folder is called below it; nil where it was not.
  static func name(of file: String, below folder: String) -> String? {
    guard isFolder(folder) == true else { return nil }
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    if base == "./" { return file.hasPrefix("/") || file.hasPrefix("../") ? nil : file }
    return file.utf8.starts(with: base.utf8) ? String(file.dropFirst(base.count)) : nil
  }

  /// Hidden files and folders are passed over, and links to folders, which could lead in circles.
  private static func markdown(below folder: BytePath) -> [BytePath] {
    let base = folder == BytePath(".") || folder == BytePath("./") ? BytePath("") : folder
    return folder.entries.flatMap { name -> [BytePath] in
      let path = base.appending(name)
      if FileKind(of: path, followsLinks: false) == .folder { return markdown(below: path) }
      return name.isMarkdown ? [path] : []
    }
  }

  static func names(in folder: String) -> [String] { BytePath(folder).entries.map(\.text) }
}

/// A file that may hold a lesson, read once.
struct LessonFile: Sendable {
  /// As it is reported.
  let path: String
  let location: BytePath
  /// What it held, or why it could not be read.
  let content: Result<Content, Failure>

  struct Content: Sendable {
    let bytes: [UInt8]
    /// Without a byte order mark.
    let text: String
  }

  init(_ path: String) { self.init(BytePath(path)) }

  init(_ location: BytePath) {
    self.location = location
    path = location.text
    content =
      path.utf8.elementsEqual(location.bytes)
      ? Self.read(path) : .failure(Failure(.file, "the name of this file is not UTF-8 text", hint: "rename it"))
  }

  private static func read(_ path: String) -> Result<Content, Failure> {
    guard FileKind(of: path) != .other else { return .failure(Failure(.file, "this is no ordinary file")) }
    return TextFile.bytes(of: path).flatMap { bytes in
      TextFile.text(of: bytes).map { Content(bytes: bytes, text: $0) }
    }
  }

  /// Whether it holds commands, or cannot be read, which is to be said.
  var mayBeLesson: Bool { (try? content.get()).map { Lesson.isLesson($0.text) } ?? true }

  /// Whether the file still holds what was read.
  var isCurrent: Bool { (try? TextFile.bytes(of: path).get()) == (try? content.get())?.bytes }
}

extension BytePath {
  /// Without the ending of a Markdown file.
  var stem: BytePath {
    let ending = Self.markdownEndings.first { hasEnding($0) } ?? ""
    return BytePath(bytes: Array(bytes.dropLast(ending.utf8.count)))
  }

  /// Whether the name is that of a Markdown file.
  var isMarkdown: Bool { Self.markdownEndings.contains { hasEnding($0) } }

  private static let markdownEndings = [".md", ".markdown", ".mdown"]

  func hasEnding(_ ending: String) -> Bool {
    bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8) { Self.lowercase($0) == $1 }
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
