import Platform
import Vocabulary
import Workbench

/// Notebooks and lessons as files: which ones are meant, and where what is made of them goes.
public struct NotebookFiles: Sendable {
  /// What is made of what.
  public enum Direction: Sendable {
    case fromLessons, fromNotebooks

    fileprivate var ending: String { self == .fromLessons ? ".ipynb" : ".md" }
  }

  /// A file, and where what is made of it goes; nil where it is printed.
  public struct Entry: Sendable {
    public let source: String
    public let target: String?
  }

  public let entries: [Entry]

  /// Files as they are named, and all lessons or notebooks of folders. What is made goes into a folder, which is made where it is
  /// missing, or, of a single file that is named, into any file; of this it is printed where no output is given.
  ///
  /// Throws where a path does not exist, a folder holds nothing, or two files would become one.
  public init(_ paths: [String], _ direction: Direction, output: String?) throws(Failure) {
    let files = direction == .fromLessons ? try LessonFiles.find(paths) : try Self.notebooks(paths)
    guard let output else {
      guard files.count == 1 else {
        throw Failure(
          .document, "\(counted(files.count, "file")) need a folder to go to", hint: "name it with --output FOLDER")
      }
      entries = [Entry(source: files[0], target: nil)]
      return
    }
    let isFile = files.count == 1 && BytePath(output).isCopyOfLesson && FileKind(of: output) != .folder
    let base = output.hasSuffix("/") && output.count > 1 ? String(output.dropLast()) : output
    if !isFile, FileKind(of: output) == .file {
      throw Failure(.document, "'\(output)' is a file", hint: "name a folder with --output FOLDER")
    }
    var entries: [Entry] = []
    for file in files {
      let name = paths.lazy.compactMap { LessonFiles.name(of: file, below: $0) }.first ?? file.lastComponent
      let target = isFile ? output : base + "/" + BytePath(name).copyStem.text + direction.ending
      if let other = entries.first(where: { $0.target == target }) {
        throw Failure(.document, "'\(other.source)' and '\(file)' would both become '\(target)'")
      }
      entries.append(Entry(source: file, target: target))
    }
    self.entries = entries
  }

  /// Writes what was made. Throws where a file with another content is there, in which somebody may have worked, unless it is to be
  /// replaced.
  public static func write(_ bytes: [UInt8], to target: String, replaces: Bool) throws(Failure) {
    if let old = try? TextFile.bytes(of: target).get() {
      if old == bytes { return }
      if !replaces {
        throw Failure(
          .file, "'\(target)' is there already, and holds something else",
          hint: "name another folder with --output, or give --replace")
      }
    }
    do {
      try Folder.make(BytePath(target).folder.text)
    } catch {
      throw error.failure
    }
    try TextFile.replace(target, with: bytes)
  }

  private static func notebooks(_ paths: [String]) throws(Failure) -> [String] {
    var found: [String] = []
    for path in paths {
      guard let isFolder = LessonFiles.isFolder(path) else {
        throw Failure(.document, "there is no file or folder '\(path)'")
      }
      if !isFolder {
        found.append(path)
        continue
      }
      let inside = notebooks(below: BytePath(path)).map(\.text)
      if inside.isEmpty { throw Failure(.document, "the folder '\(path)' holds no notebook") }
      found += inside
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// Hidden files and folders are passed over, and links to folders, which could lead in circles.
  private static func notebooks(below folder: BytePath) -> [BytePath] {
    let base = folder == BytePath(".") || folder == BytePath("./") ? BytePath("") : folder
    return folder.entries.flatMap { name -> [BytePath] in
      let path = base.appending(name)
      if FileKind(of: path, followsLinks: false) == .folder { return notebooks(below: path) }
      return name.isNotebook ? [path] : []
    }
  }
}

extension BytePath {
  /// Whether the name is that of a notebook.
  var isNotebook: Bool { hasEnding(".ipynb") }

  /// Whether the name is that of a file in which a lesson can be handed in.
  var isCopyOfLesson: Bool { isMarkdown || isNotebook }

  /// Without the ending of such a file.
  var copyStem: BytePath {
    isNotebook ? BytePath(bytes: Array(bytes.dropLast(".ipynb".utf8.count))) : stem
  }
}
