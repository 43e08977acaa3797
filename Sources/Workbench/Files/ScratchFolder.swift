import Language
import Synchronization
import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A temporary folder that is made when it is first needed and goes away with this value.
final class ScratchFolder: Sendable {
  private struct State {
    var path: String?
    var count = 0
    var bytes = 0
  }

  private let state = Mutex(State())
  /// More bytes than this are not kept.
  private let largest: Int

  /// What a lesson may write.
  static let standardSize = 2_000_000_000

  init(atMost largest: Int = standardSize) { self.largest = largest }

  deinit {
    state.withLock { state in
      if let path = state.path { Self.remove(path) }
    }
  }

  private static let prefix = "gradus-lesson-"

  /// Two levels deep and no deeper, and through no link. A listing is cut where it is long, so it is asked for again.
  private static func remove(_ path: String) {
    while rmdir(path) != 0 {
      let folders = entries(of: path)
      for folder in folders {
        for file in entries(of: folder) { unlink(file) }
      }
      guard folders.contains(where: { rmdir($0) == 0 }) else { return }
    }
  }

  private static func entries(of folder: String) -> [String] {
    var status = stat()
    guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return [] }
    return FilePath.names(in: folder).filter { $0 != "." && $0 != ".." }.map { folder + "/" + $0 }
  }

  /// Removes our folders of programs that run no more.
  static func removeLeftovers() {
    let parent = parent
    for name in FilePath.names(in: parent) where name.hasPrefix(prefix) {
      var status = stat()
      guard let process = pid_t(name.dropFirst(prefix.count).prefix { $0 != "-" }), kill(process, 0) != 0,
        errno == ESRCH,
        lstat(parent + "/" + name, &status) == 0, status.st_uid == getuid()
      else { continue }
      remove(parent + "/" + name)
    }
  }

  /// A place for a file, another one each time.
  func place(for file: FilePath) throws(Failure) -> String {
    let place = state.withLock { state -> String? in
      if state.path == nil { state.path = Self.make() }
      guard let path = state.path else { return nil }
      state.count += 1
      let folder = "\(path)/\(state.count)"
      return mkdir(folder, 0o700) == 0 ? folder + "/" + file.name : nil
    }
    guard let place else {
      throw Failure(.file, "there is no room for '\(file.written)': \(String(cString: strerror(errno)))")
    }
    return place
  }

  /// Counts what was written; throws a failure of kind `limit` where that is too much.
  func add(bytes: Int) throws(Failure) {
    let sum = state.withLock { state in
      state.bytes += bytes
      return state.bytes
    }
    guard sum <= largest else { throw tooMuch }
  }

  /// How many more bytes may be written.
  var room: Int { state.withLock { max(0, largest - $0.bytes) } }

  /// What is said when there is no more room.
  var tooMuch: Failure {
    Failure(.limit, "a lesson can write no more than \(ByteCount.text(Double(largest)))")
  }

  /// Where temporary folders are made.
  private static var parent: String {
    getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  /// The name tells whose it is, so that what a program that was killed has left can be taken away.
  private static func make() -> String? {
    removeLeftovers()
    var template = Array("\(parent)/\(prefix)\(getpid())-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    return String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
