import Platform
import Vocabulary

/// The copies that some paths mean.
public struct SubmissionFiles: Sendable {
  /// In the order of the students' names.
  public private(set) var files: [SubmissionFile] = []
  /// Files in the folders that are no copies, as they are reported.
  public private(set) var passedOver: [String] = []

  /// Folders inside each other beyond this are not looked into.
  private static let deepest = 20

  /// Files as they are named, and of folders every Markdown file below them.
  ///
  /// A student is called like the file. In a folder of folders a student is called like the folder that holds their copy; where one
  /// of these holds several, like the file with its folders. Throws where a path does not exist or a folder holds nothing.
  public static func find(_ paths: [String]) throws(Failure) -> SubmissionFiles {
    var found = SubmissionFiles()
    for path in paths.map({ BytePath($0) }) {
      switch FileKind(of: path) {
      case nil: throw Failure(.document, "there is no file or folder '\(path.text)'")
      case .folder: try found.add(folder: path)
      default: found.files.append(SubmissionFile(student: path.name.stem.text, location: path, problem: nil))
      }
    }
    var seen: Set<BytePath> = []
    found.files = found.files.filter { seen.insert($0.location.normalized).inserted }
    found.tellApart()
    found.files.sort { ($0.student, $0.location) < ($1.student, $1.location) }
    return found
  }

  // MARK: Folders

  /// A copy in a folder: where it is below it, and why it is not looked at.
  private struct Finding {
    let name: BytePath
    let problem: String?
  }

  private mutating func add(folder root: BytePath) throws(Failure) {
    var found: [Finding] = []
    var others: [BytePath] = []
    Self.walk(root, BytePath(""), depth: 0, &found, &others)
    passedOver += others.map { root.appending($0).text }
    let folders = Dictionary(grouping: found.filter { $0.name.parts.count > 1 }) { $0.name.parts[0] }
    let isByFolder = folders.values.allSatisfy { $0.count == 1 }
    for file in found {
      let first = file.name.parts[0]
      let student = file.name.parts.count == 1 ? file.name.stem : isByFolder ? first : file.name.stem
      files.append(SubmissionFile(student: student.text, location: root.appending(file.name), problem: file.problem))
    }
    // Whoever has a folder is a student, though it hold no copy; a folder of data beside copies is none.
    let isOfFolders = !folders.isEmpty && !found.contains { $0.name.parts.count == 1 }
    var hasEmpty = false
    for name in root.entries
    where folders[name] == nil && FileKind(of: root.appending(name), followsLinks: false) == .folder {
      guard isOfFolders || found.isEmpty else { continue }
      hasEmpty = true
      files.append(
        SubmissionFile(student: name.text, location: root.appending(name), problem: "no Markdown file is here"))
    }
    if found.isEmpty, !hasEmpty {
      throw Failure(.document, "the folder '\(root.text)' holds no Markdown file")
    }
  }

  private static func walk(
    _ root: BytePath, _ folder: BytePath, depth: Int, _ found: inout [Finding], _ others: inout [BytePath]
  ) {
    guard depth < deepest else { return others.append(folder) }
    for name in root.appending(folder).entries {
      let path = folder.appending(name)
      let kind = FileKind(of: root.appending(path), followsLinks: false)
      switch kind {
      case .folder: walk(root, path, depth: depth + 1, &found, &others)
      case _ where !name.isMarkdown: others.append(path)
      case .link: found.append(Finding(name: path, problem: SubmissionFile.Problem.link))
      case .file: found.append(Finding(name: path, problem: nil))
      case .other: found.append(Finding(name: path, problem: "it is no ordinary file"))
      case nil: found.append(Finding(name: path, problem: "it cannot be looked at"))
      }
    }
  }

  /// Students who would be called the same are called by their paths.
  private mutating func tellApart() {
    var counts: [BytePath: Int] = [:]
    for file in files { counts[BytePath(file.student), default: 0] += 1 }
    for index in files.indices where counts[BytePath(files[index].student), default: 0] > 1 {
      files[index].student = files[index].location.stem.text
    }
  }
}
