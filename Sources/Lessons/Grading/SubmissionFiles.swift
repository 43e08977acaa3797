import Platform
import Vocabulary
import Workbench

/// The copies that some paths mean.
public struct SubmissionFiles: Sendable {
  /// In the order of the students' names.
  public internal(set) var files: [SubmissionFile] = []
  /// Files in the folders that are no copies, as they are reported.
  public private(set) var passedOver: [String] = []

  /// Folders inside each other beyond this are not looked into.
  private static let deepest = 20

  /// Files as they are named, and of folders every Markdown file and notebook below them.
  ///
  /// A student is called like the file. In a folder of folders a student is called like the folder that holds their copy; where one
  /// of these holds several, like the file with its folders. Throws where a path does not exist or a folder holds nothing.
  public static func find(_ paths: [String]) throws(Failure) -> SubmissionFiles {
    var found = SubmissionFiles()
    for path in paths.map({ BytePath($0) }) {
      switch FileKind(of: path) {
      case nil: throw Failure(.document, "there is no file or folder '\(path.text)'")
      case .folder: try found.add(folder: path)
      default: found.files.append(SubmissionFile(student: path.name.copyStem.text, location: path, problem: nil))
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
      let student = file.name.parts.count > 1 && isByFolder ? first : file.name.copyStem
      files.append(
        SubmissionFile(
          student: student.text, location: root.appending(file.name), problem: file.problem, name: file.name))
    }
    // Whoever has a folder is a student, though it hold no copy; a folder of data beside copies is none.
    let isOfFolders = !folders.isEmpty && !found.contains { $0.name.parts.count == 1 }
    var hasEmpty = false
    for name in root.entries
    where folders[name] == nil && FileKind(of: root.appending(name), followsLinks: false) == .folder {
      guard isOfFolders || found.isEmpty else { continue }
      hasEmpty = true
      files.append(
        SubmissionFile(
          student: name.text, location: root.appending(name), problem: "no Markdown file and no notebook is here",
          name: name))
    }
    if found.isEmpty, !hasEmpty {
      throw Failure(.document, "the folder '\(root.text)' holds no Markdown file and no notebook")
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
      case .file where name.text == HandInTimes.fileName: break
      case _ where !name.isCopyOfLesson: others.append(path)
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
      files[index].student = files[index].location.copyStem.text
    }
  }
}

/// A copy that was handed in.
public struct SubmissionFile: Sendable, Equatable {
  /// Whose it is.
  public internal(set) var student: String
  /// As it is reported.
  public var path: String { location.text }
  /// Where it is.
  let location: BytePath
  /// Why it is not looked at.
  public let problem: String?
  /// The same below the folder that was named; nil where the file itself was.
  private let name: BytePath?

  init(student: String, location: BytePath, problem: String?, name: BytePath? = nil) {
    (self.student, self.location, self.problem, self.name) = (student, location, problem, name)
  }

  /// The folders below the one that was named and the file without its ending, which may tell whose it is.
  var nameParts: [String] {
    let parts = (name ?? location.name).parts
    return parts.dropLast().map(\.text) + parts.suffix(1).map(\.copyStem.text)
  }

  /// More bytes than this are no copy of a lesson; a notebook holds figures as well.
  private static func largest(_ path: BytePath) -> Int { path.isNotebook ? 50_000_000 : 4_000_000 }

  /// The content, or why there is none. Links are not followed, and nothing is waited for.
  static func content(of path: BytePath) -> Result<[UInt8], Problem> {
    let file: OpenFile
    do {
      file = try OpenFile(reading: path, followsLinks: false)
    } catch {
      switch error.code {
      case ELOOP: return .failure(Problem(Problem.link))
      case ENOENT: return .failure(Problem("there is no such file"))
      default: return .failure(Problem("it cannot be opened"))
      }
    }
    guard let status = try? file.status(), status.kind == .file else {
      return .failure(Problem("it is no ordinary file"))
    }
    let largest = largest(path)
    let tooLarge = Problem("it is larger than \(largest / 1_000_000) MB")
    guard status.size <= largest else { return .failure(tooLarge) }
    guard let bytes = try? file.rest(atMost: largest + 1) else { return .failure(Problem("it cannot be read")) }
    return bytes.count <= largest ? .success(bytes) : .failure(tooLarge)
  }

  /// Why a file is not looked at.
  struct Problem: Error {
    static let link = "it is a symbolic link, which is not followed"

    let message: String
    init(_ message: String) { self.message = message }
  }
}

/// The text of a copy, whatever program wrote it.
enum CopyText {
  /// Reads UTF-8, and UTF-16 and UTF-32 where a byte order mark tells of them. A byte that is nothing of these becomes U+FFFD,
  /// so that it costs the block that it stands in and no other. All lines end with a line feed.
  static func decoded(_ bytes: [UInt8]) -> String {
    let text = unicode(bytes)
    return text.utf8.contains(UInt8(ascii: "\r"))
      ? text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : text
  }

  /// What stands where a byte could not be read.
  static let unreadable: Character = "\u{FFFD}"

  private static func unicode(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return wide(bytes.dropFirst(4), isLittle: true) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return wide(bytes.dropFirst(4), isLittle: false) }
    if bytes.starts(with: [0xFF, 0xFE]) { return double(bytes.dropFirst(2), isLittle: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return double(bytes.dropFirst(2), isLittle: false) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func double(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> String {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
      let pair = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? pair.1 << 8 | pair.0 : pair.0 << 8 | pair.1
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func wide(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> String {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 3, by: 4).map { index in
      let four = bytes[index..<index + 4].map { UInt32($0) }
      return (isLittle ? four.reversed() : four).reduce(0) { $0 << 8 | $1 }
    }
    return String(decoding: units, as: UTF32.self)
  }
}
