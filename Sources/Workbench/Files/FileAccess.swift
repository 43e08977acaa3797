import Platform
import Vocabulary

/// Which files a session may read and write. A copy is a snapshot: what is written in one is not seen from the other.
public struct FileAccess: Sendable {
  private enum Reach: Sendable {
    case everything
    /// Of a lesson in this folder; nil where the lesson is in none.
    case lesson(folder: String?)
  }

  private let reach: Reach
  /// Where the files are that a lesson wrote, by the names that it gave them.
  private var written: [String: String] = [:]
  private var scratch = ScratchFolder()
  /// Folders of before, in which files of `written` still are.
  private var earlier: [ScratchFolder] = []
  /// What may still be written; nil where only the folder is limited. A copy has the same again.
  private var allowance: Allowance?
  /// What that was at first.
  private var whole: Allowance?

  /// How much may be written.
  public struct Allowance: Sendable, Equatable {
    public var bytes: Int
    public var files: Int

    public init(bytes: Int, files: Int) {
      self.bytes = bytes
      self.files = files
    }
  }

  /// All that the user may use.
  public static let unrestricted = FileAccess(.everything)

  /// What a lesson may use: it reads what stands in its folder or below and what it wrote itself; what it writes goes to a
  /// temporary folder.
  public static func lesson(in folder: String?) -> FileAccess { FileAccess(.lesson(folder: folder)) }

  private init(_ reach: Reach) { self.reach = reach }

  // MARK: States

  /// From now on writes to a temporary folder of its own, which holds so many bytes, else what a lesson may write, and goes away with this value and its
  /// copies. What was written before can still be read.
  public mutating func useOwnScratch(atMost bytes: Int? = nil) {
    earlier.append(scratch)
    scratch = bytes.map { ScratchFolder(atMost: $0) } ?? ScratchFolder()
  }

  /// The same where no more than some files may be written from now on, by each copy of this value.
  public mutating func useOwnScratch(_ allowance: Allowance) {
    useOwnScratch()
    self.allowance = allowance
    whole = allowance
  }

  /// The files that were written since an earlier state: where each is, by the name that it was given.
  public func written(since before: FileAccess) -> [String: String] {
    written.filter { before.written[$0.key] != $0.value }
  }

  /// The names of those that meant another file then.
  public func replaced(since before: FileAccess) -> Set<String> {
    guard case .lesson(let folder) = reach else { return [] }
    let root = folder.flatMap(resolvedPath)
    let names = written(since: before).keys.filter { name in
      before.written[name] != nil || root.map { resolvedPath($0 + "/" + name) != nil } ?? false
    }
    return Set(names)
  }

  /// Lets names mean the files again that they meant in an earlier state.
  public mutating func restore(_ names: some Sequence<String>, from before: FileAccess) {
    for name in names { written[name] = before.written[name] }
  }

  /// How many more bytes may be written; nil where nobody counts.
  var room: Int? { if case .lesson = reach { min(scratch.room, allowance?.bytes ?? .max) } else { nil } }

  /// What is said when there is no more room.
  var tooMuch: Failure {
    guard let whole else { return scratch.tooMuch }
    return Failure(.limit, "no more than \(ByteCount.text(Double(whole.bytes))) of files can be written here")
  }

  /// Takes away what programs have left that were killed while a lesson ran.
  public static func removeLeftovers() { ScratchFolder.removeLeftovers() }

  /// Takes away what lessons of this program have written, as before it ends at once.
  public static func removeOwn() { ScratchFolder.removeOwn() }

  // MARK: Reading

  /// Where a file is that is to be read. Throws a failure of kind `file` where it is out of reach.
  func readable(_ path: FilePath) throws(Failure) -> FilePath {
    guard case .lesson(let folder) = reach else { return path }
    let name = try Self.name(of: path)
    if let place = written[name] { return path.located(at: place) }
    guard let folder, let root = resolvedPath(folder) else {
      throw path.missing(hint: Suggestion.hint(for: name, among: written.keys.sorted()))
    }
    let place = root + "/" + name
    if let real = resolvedPath(place) {
      guard Self.isInside(real, root) else { throw Self.outOfReach(path, "a link in '\(path.written)' leads") }
      return path.located(at: real)
    }
    let code = errno
    let parent = FilePath.folder(of: place)
    guard let real = resolvedPath(parent), Self.isInside(real, root) else { throw path.missing(hint: nil) }
    guard code == ENOENT else { throw path.failure(code) }
    let hint = Suggestion.hint(for: path.name, among: path.located(at: place).neighbours)
    throw path.missing(hint: hint ?? Suggestion.hint(for: name, among: written.keys.sorted()))
  }

  // MARK: Writing

  /// Where a file is put that is to be written. Throws a failure of kind `file` where it is out of reach.
  func writable(_ path: FilePath) throws(Failure) -> FilePath {
    guard case .lesson(let folder) = reach else { return path }
    let name = try Self.name(of: path)
    guard !path.name.isEmpty, name != "." else { throw path.failure(EISDIR) }
    let root = folder.flatMap(resolvedPath)
    if let root, Folder.exists(root + "/" + name) { throw path.failure(EISDIR) }
    if name.contains("/") {
      let parent = root.flatMap { resolvedPath(FilePath.folder(of: $0 + "/" + name)) }
      guard let root, let parent, Self.isInside(parent, root), Folder.exists(parent) else {
        throw Failure(.file, "there is no folder '\(path.folder)'")
      }
    }
    if let whole, allowance?.files == 0 {
      throw Failure(.limit, "no more than \(whole.files) files can be written here")
    }
    return path.located(at: try scratch.place(for: path))
  }

  /// Keeps in mind what was written, so that it is found by its name.
  mutating func add(_ path: FilePath, size: Int) throws(Failure) {
    guard case .lesson = reach else { return }
    try scratch.add(bytes: size)
    allowance?.bytes -= size
    allowance?.files -= 1
    written[try Self.name(of: path)] = path.system
  }

  // MARK: Names

  /// The name below the lesson's folder, without `.` and `..`.
  private static func name(of path: FilePath) throws(Failure) -> String {
    guard !path.written.hasPrefix("/"), !path.written.hasPrefix("~") else {
      throw outOfReach(path, "'\(path.written)' is")
    }
    var parts: [Substring] = []
    for part in path.written.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        throw outOfReach(path, "'\(path.written)' is")
      }
    }
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  private static func outOfReach(_ path: FilePath, _ what: String) -> Failure {
    Failure(
      .file, "\(what) outside the lesson's folder; a lesson uses files beside or below itself",
      hint: path.name.isEmpty || path.name == ".." ? nil : "write just '\(path.name)'")
  }

  private static func isInside(_ path: String, _ root: String) -> Bool {
    path == root || path.hasPrefix(root == "/" ? root : root + "/")
  }
}
