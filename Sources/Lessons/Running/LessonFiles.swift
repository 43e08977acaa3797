import Vocabulary
import Workbench

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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
      guard let isFolder = isFolder(path) else {
        throw Failure(.document, "there is no file or folder '\(path)'")
      }
      if !isFolder {
        files.append(LessonFile(path))
        continue
      }
      let found = markdown(below: path).map(LessonFile.init).filter(\.mayBeLesson)
      if found.isEmpty { throw Failure(.document, "the folder '\(path)' holds no lesson") }
      files += found
    }
    var seen: Set<String> = []
    return files.filter { seen.insert($0.path).inserted }
  }

  /// All that could be a lesson: files as they are named, of folders every Markdown file below them. What does not exist
  /// is left out.
  public static func candidates(_ paths: [String]) -> [String] {
    var seen: Set<String> = []
    let all = paths.flatMap { path in
      isFolder(path).map { $0 ? markdown(below: path) : [path] } ?? []
    }
    return all.filter { seen.insert($0).inserted }
  }

  /// Whether a file holds commands, or cannot be read, which is to be said.
  public static func isLesson(_ file: String) -> Bool {
    LessonFile(file).mayBeLesson
  }

  /// Whether a path is that of a folder; nil where there is nothing.
  public static func isFolder(_ path: String) -> Bool? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  /// Hidden files and folders are passed over, and links to folders, which could lead in circles.
  private static func markdown(below folder: String) -> [String] {
    var files: [String] = []
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    for name in names(in: folder).sorted() where !name.hasPrefix(".") {
      let path = (base == "./" ? "" : base) + name
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        files += markdown(below: path)
      } else if name.hasSuffix(".md") {
        files.append(path)
      }
    }
    return files
  }

  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }
}
