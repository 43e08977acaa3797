import Builtins
import Classroom
import Lessons
import Platform
import Synchronization
import Vocabulary
import Workbench

/// A lesson as it is served: its text, its page and its steps.
final class ShelvedLesson: Sendable {
  /// As addresses have it.
  let name: String
  let served: ServedLesson
  let content: ClassLesson
  let page: LivePage

  init(name: String, _ served: ServedLesson, pages: [String: String]) throws(Failure) {
    let document = try Document(served.text)
    self.name = name
    self.served = served
    content = try ClassLesson(name: name, served)
    page = try LivePage(
      document, path: served.path, name: name, pages: pages, lexicon: BuiltinTable.standard.lexicon,
      version: served.version)
  }

  var fileName: String { served.path.split(separator: "/").last.map { String($0) } ?? served.path }
}

/// The lessons that a server has, in the order of their files. A file that changes is read anew when its page is loaded; pages of
/// its older text can still be worked on.
final class LessonShelf: Sendable {
  /// The names of the lessons, in their order.
  let names: [String]
  private let paths: [String: String]
  /// Names by full paths, by which links in lessons lead to each other.
  private let pages: [String: String]
  private let store: ClassStore
  private let workers: WorkerPool
  private let shelves = Mutex<[String: Shelf]>([:])

  private struct Shelf {
    /// What the file was when it was read last.
    var mark: Mark?
    /// What it held then; nil where it was no lesson.
    var current: ShelvedLesson?
    /// Older ones that somebody still works on, by their versions.
    var older: [String: ShelvedLesson] = [:]
  }

  private struct Mark: Equatable {
    let size: Int
    let time: FileStatus.Time
    let identity: FileStatus.Identity
  }

  init(paths: [String], store: ClassStore, workers: WorkerPool) {
    var names: [String] = []
    var byName: [String: String] = [:]
    for path in paths {
      let base = Self.name(of: path)
      var name = base
      var number = 2
      while byName[name] != nil {
        name = "\(base)-\(number)"
        number += 1
      }
      names.append(name)
      byName[name] = path
    }
    self.names = names
    self.paths = byName
    pages = Dictionary(byName.map { (resolvedPath($1) ?? $1, $0) }) { first, _ in first }
    self.store = store
    self.workers = workers
  }

  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map { String($0) } ?? path
    let ending = file.lastIndex(of: ".").map { file[$0...].lowercased() } ?? ""
    return [".md", ".markdown", ".mdown"].contains(ending) ? String(file.dropLast(ending.count)) : file
  }

  /// A lesson as its file is now; as it was last where that cannot be read any more; nil where there never was one.
  func current(_ name: String) -> ShelvedLesson? {
    guard let path = paths[name] else { return nil }
    let mark = (try? FileStatus(of: path)).map { Mark(size: $0.size, time: $0.modification, identity: $0.identity) }
    let known = shelves.withLock { $0[name] }
    if let known, known.mark == mark || mark == nil { return known.current }
    guard case .success(let text) = TextFile.read(path) else { return known?.current }
    let served = ServedLesson(path: path, text: text)
    if let current = known?.current, current.served.version == served.version {
      shelves.withLock { $0[name]?.mark = mark }
      return current
    }
    guard let lesson = try? ShelvedLesson(name: name, served, pages: pages) else {
      shelves.withLock { $0[name, default: Shelf()].mark = mark }
      return known?.current
    }
    // What cannot be kept can be read and run all the same, as long as the server runs.
    store.keep(served, name: name)
    workers.announce(served)
    shelves.withLock { shelves in
      var shelf = shelves[name] ?? Shelf()
      if let before = shelf.current { shelf.older[before.served.version] = before }
      (shelf.mark, shelf.current) = (mark, lesson)
      shelves[name] = shelf
    }
    return lesson
  }

  /// A lesson as it was when a page was made; nil where that is not known any more.
  func lesson(_ name: String, version: String) -> ShelvedLesson? {
    guard paths[name] != nil else { return nil }
    let known = shelves.withLock { shelves in
      shelves[name].flatMap { $0.current?.served.version == version ? $0.current : $0.older[version] }
    }
    if let known { return known }
    guard let served = try? store.lesson(name, version: version), served.version == version,
      let lesson = try? ShelvedLesson(name: name, served, pages: pages)
    else { return nil }
    workers.announce(served)
    shelves.withLock { $0[name, default: Shelf()].older[version] = lesson }
    return lesson
  }

  /// All lessons that can be read, in their order.
  func all() -> [ShelvedLesson] { names.compactMap(current) }

  /// Lets workers run a lesson before somebody asks.
  func prepare(_ lesson: ShelvedLesson) { workers.prepare(version: lesson.served.version) }
}
