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
