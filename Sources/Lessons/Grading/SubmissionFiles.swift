import Vocabulary

/// Finds the copies that paths mean.
public enum SubmissionFiles {
  /// Folders inside each other beyond this are not looked into.
  private static let deepest = 20

  /// Files as they are named, and of folders every Markdown file below them; ordered by the students' names.
  ///
  /// A student is called like the file; where the files of a folder all have the same name, or that of the lesson, like the
  /// folder that the file is in. Throws where a path does not exist or a folder holds no Markdown file.
  public static func find(_ paths: [String], lesson: String) throws(Failure) -> [SubmissionFile] {
    var files: [SubmissionFile] = []
    for path in paths {
      switch FileKind(of: path) {
      case nil: throw Failure(.document, "there is no file or folder '\(path)'")
      case .folder:
        let found = below(path, lesson: lesson.lastComponent)
        if found.isEmpty { throw Failure(.document, "the folder '\(path)' holds no Markdown file") }
        files += found
      default: files.append(SubmissionFile(student: path.lastComponent.stem, path: path, problem: nil))
      }
    }
    var seen: Set<String> = []
    files = files.filter { seen.insert($0.path).inserted }
    tellApart(&files)
    return files.sorted { ($0.student, $0.path) < ($1.student, $1.path) }
  }

  private static func below(_ folder: String, lesson: String) -> [SubmissionFile] {
    let root = folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder
    var found: [(name: String, problem: String?)] = []
    walk(root, "", depth: 0, &found)
    let inside = found.filter { $0.name.contains("/") }
    let names = Set(found.map(\.name.lastComponent))
    let isByFolder = inside.count == found.count && names.count == 1 && (found.count > 1 || names == [lesson])
    var files = found.map { name, problem in
      let student = isByFolder ? String(name.dropLast(name.lastComponent.count + 1)) : name.lastComponent.stem
      return SubmissionFile(student: student, path: root + "/" + name, problem: problem)
    }
    guard isByFolder else { return files }
    for name in FileKind.names(in: root) where FileKind(of: root + "/" + name, followsLinks: false) == .folder {
      guard !found.contains(where: { $0.name.hasPrefix(name + "/") }) else { continue }
      files.append(SubmissionFile(student: name, path: root + "/" + name, problem: "no Markdown file is here"))
    }
    return files
  }

  private static func walk(
    _ root: String, _ folder: String, depth: Int, _ found: inout [(name: String, problem: String?)]
  ) {
    guard depth < deepest else { return }
    for name in FileKind.names(in: root + "/" + folder) {
      let path = folder.isEmpty ? name : folder + "/" + name
      let isMarkdown = name.lowercased().hasSuffix(".md")
      switch FileKind(of: root + "/" + path, followsLinks: false) {
      case .folder: walk(root, path, depth: depth + 1, &found)
      case .link where isMarkdown: found.append((path, SubmissionFile.Problem.link))
      case .file where isMarkdown: found.append((path, nil))
      case .other where isMarkdown: found.append((path, "it is no ordinary file"))
      default: break
      }
    }
  }

  /// Students who would be called the same are called by their paths.
  private static func tellApart(_ files: inout [SubmissionFile]) {
    var counts: [String: Int] = [:]
    for file in files { counts[file.student, default: 0] += 1 }
    for index in files.indices where counts[files[index].student, default: 0] > 1 {
      files[index].student = files[index].path.stem
    }
  }
}

extension String {
  /// Without the suffix of a Markdown file.
  fileprivate var stem: String { lowercased().hasSuffix(".md") ? String(dropLast(3)) : self }
}
