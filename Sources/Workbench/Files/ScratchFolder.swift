import Language
import Platform
import Synchronization
import Vocabulary

/// A temporary folder that is made when it is first needed and goes away with this value.
final class ScratchFolder: Sendable {
  private struct State {
    var folder: TemporaryFolder?
    var count = 0
    var bytes = 0
  }

  private let state = Mutex(State())
  /// More bytes than this are not kept.
  private let largest: Int

  /// What a lesson may write.
  static let standardSize = 2_000_000_000

  init(atMost largest: Int = standardSize) { self.largest = largest }

  private static let prefix = "gradus-lesson-"
  /// A folder for each file; nothing that lies deeper is ours.
  private static let levels = 2

  /// Removes our folders of programs that run no more.
  static func removeLeftovers() {
    let parent = TemporaryFolder.parent
    for name in Folder.names(in: parent, atMost: 10_000) where name.hasPrefix(prefix) {
      let path = parent + "/" + name
      guard let process = pid_t(name.dropFirst(prefix.count).prefix { $0 != "-" }), kill(process, 0) != 0,
        errno == ESRCH, (try? FileStatus(of: path, followsLinks: false))?.owner == getuid()
      else { continue }
      Folder.remove(path, levels: levels)
    }
  }

  /// Removes the folders of this program.
  static func removeOwn() {
    let parent = TemporaryFolder.parent
    for name in Folder.names(in: parent, atMost: 10_000) where name.hasPrefix("\(prefix)\(getpid())-") {
      Folder.remove(parent + "/" + name, levels: levels)
    }
  }

  /// A place for a file, another one each time.
  func place(for file: FilePath) throws(Failure) -> String {
    let place = state.withLock { state -> Result<String, SystemError> in
      do throws(SystemError) {
        let folder = if let made = state.folder { made } else { try Self.make() }
        state.folder = folder
        state.count += 1
        let path = "\(folder.path)/\(state.count)"
        if mkdir(path, 0o700) != 0 { throw SystemError() }
        return .success(path + "/" + file.name)
      } catch {
        return .failure(error)
      }
    }
    switch place {
    case .success(let place): return place
    case .failure(let error):
      throw Failure(
        .file, "no folder for what lessons write can be made in '\(TemporaryFolder.parent)': \(error.text)",
        hint: "set TMPDIR to a folder that you may write to")
    }
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

  /// The name tells whose it is, so that what a program that was killed has left can be taken away.
  private static func make() throws(SystemError) -> TemporaryFolder {
    removeLeftovers()
    return try TemporaryFolder("\(prefix)\(getpid())-", levels: levels)
  }
}
