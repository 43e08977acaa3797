import Platform
import Vocabulary
import Workbench

/// Writes the lessons of a library into a folder of somebody's own, with all that belongs to them.
///
/// It is planned first: what is there already and the same stays, what is there and differs is given up only if that is wanted.
public struct LibraryCopy: Sendable {
  /// Files that are written in any case, as they are called below the folder.
  public let missing: [String]
  /// Files whose place another one has.
  public let differing: [String]
  /// What is not copied, and why.
  public let passedOver: [String]

  private let library: LessonLibrary
  private let folder: String

  /// Throws where the folder is unfit, or what is there can be neither kept nor replaced.
  public init(of library: LessonLibrary, to folder: String) throws(Failure) {
    (self.library, self.folder) = (library, folder)
    try Self.check(folder, for: library)
    let content = LibraryContent(of: library.folder)
    passedOver = content.passedOver
    var (missing, differing): ([String], [String]) = ([], [])
    for name in content.files {
      switch try Self.state(of: name, in: folder, library) {
      case .missing: missing.append(name.text)
      case .same: break
      case .different: differing.append(name.text)
      }
    }
    (self.missing, self.differing) = (missing, differing)
  }

  private static func check(_ folder: String, for library: LessonLibrary) throws(Failure) {
    if folder.isEmpty { throw Failure(.document, "the name of the folder is empty") }
    if let isFolder = LessonFiles.isFolder(folder), !isFolder {
      throw Failure(.document, "'\(folder)' is no folder", hint: "name another one")
    }
    var place: String? = folder
    while let path = place, FileKind(of: path) == nil { place = path == "." ? nil : BytePath(path).parent.text }
    guard let inner = place.flatMap(resolvedPath), let root = resolvedPath(library.folder) else { return }
    let isSame = inner == root && FileKind(of: folder) != nil
    if !isSame, (inner + "/").hasPrefix(root + "/") {
      throw Failure(.document, "'\(folder)' is inside the lessons that would be copied", hint: "name another folder")
    }
  }

  // MARK: What is there

  private enum State {
    case missing, same, different
  }

  /// Links below the folder are not followed: what they lead to is not this folder's.
  private static func state(
    of name: BytePath, in folder: String, _ library: LessonLibrary
  ) throws(Failure) -> State {
    var place = BytePath(folder)
    for part in name.folder.parts {
      place = place.appending(part)
      switch FileKind(of: place, followsLinks: false) {
      case .folder: continue
      case nil: return .missing
      default: throw inTheWay(place)
      }
    }
    place = place.appending(name.name)
    switch FileKind(of: place, followsLinks: false) {
    case nil: return .missing
    case .file: break
    default: throw inTheWay(place)
    }
    let source = try bytes(of: name, in: library)
    return (try? OpenFile(reading: place, followsLinks: false).rest()) == source ? .same : .different
  }

  private static func inTheWay(_ place: BytePath) -> Failure {
    Failure(
      .document, "'\(place.text)' is in the way: the lessons have a file or folder of that name",
      hint: "move it away, or name another folder")
  }

  private static func bytes(of name: BytePath, in library: LessonLibrary) throws(Failure) -> [UInt8] {
    let path = BytePath(library.folder).appending(name)
    do {
      return try OpenFile(reading: path).rest()
    } catch {
      throw try FilePath(path.text).failure(error)
    }
  }

  // MARK: Writing

  /// Why nothing is written where files differ and are not to be replaced.
  public var refusal: Failure? {
    guard !differing.isEmpty else { return nil }
    let names = differing.prefix(3).joined(separator: ", ")
    let rest = differing.count > 3 ? " and \(differing.count - 3) more" : ""
    let version = LessonLibrary.version(ofLessonsIn: folder).flatMap { $0 == library.version ? nil : $0 }
    let whose = version.map { "'\(folder)' holds the lessons of gradus \($0)" } ?? "'\(folder)' holds other lessons"
    return Failure(
      .document, "\(whose), and nothing was written: \(names)\(rest) would be replaced",
      hint: "name another folder, or add --replace to lose what is there")
  }

  /// Writes what is missing, and what differs if it is to be replaced. Each file is written under another name and takes its
  /// own when it is whole. Throws where one cannot be written; those before it stay.
  ///
  /// - Returns: how many were written.
  @discardableResult
  public func write(replacing: Bool) throws(Failure) -> Int {
    if !replacing, let refusal { throw refusal }
    let names = (missing + (replacing ? differing : [])).sorted()
    for (index, name) in names.enumerated() {
      do {
        try write(name)
      } catch {
        guard index > 0 else { throw error }
        throw Failure(
          error.kind, "\(error.message); \(index) of \(counted(names.count, "file")) were written before",
          hint: "the same command goes on from there")
      }
    }
    return names.count
  }

  private func write(_ name: String) throws(Failure) {
    let bytes = try Self.bytes(of: BytePath(name), in: library)
    let path = BytePath(folder).appending(BytePath(name)).text
    do {
      try Folder.make(BytePath(path).parent.text)
    } catch {
      throw error.failure
    }
    do {
      let file = try FileReplacement(of: path)
      try file.write(bytes)
      try file.synchronize()
      try file.finish()
    } catch {
      throw FilePath.failure(ofWriting: path, error)
    }
  }
}

/// All files of a library but hidden ones, as they are called below it, in order.
private struct LibraryContent {
  private(set) var files: [BytePath] = []
  private(set) var passedOver: [String] = []
  private let folder: BytePath
  /// The folder's path without links.
  private let root: String

  init(of folder: String) {
    self.folder = BytePath(folder)
    root = resolvedPath(folder) ?? folder
    read(BytePath(""))
  }

  private mutating func read(_ inner: BytePath) {
    for name in (inner.bytes.isEmpty ? folder : folder.appending(inner)).entries {
      let path = inner.appending(name)
      let place = folder.appending(path)
      guard String(validating: name.bytes, as: UTF8.self) != nil else {
        passedOver.append("\(path.text) (its name is not UTF-8 text)")
        continue
      }
      switch FileKind(of: place, followsLinks: false) {
      case .folder: read(path)
      case .file: files.append(path)
      case .link where isInside(place) && FileKind(of: place) == .file: files.append(path)
      default: passedOver.append("\(path.text) (no file of the lessons)")
      }
    }
  }

  /// Whether a link leads to something in the library.
  private func isInside(_ link: BytePath) -> Bool { resolvedPath(link.text)?.hasPrefix(root + "/") ?? false }
}
