import Classroom
import GRDB
import Lessons
import Platform
import Vocabulary

/// Where classes are kept: one file of SQLite in a folder, for one server at a time.
///
/// What changes something returns when it is on the disk.
final class ClassStore: Sendable {
  let pool: DatabasePool
  private let writer: GroupCommit
  /// Held as long as this process uses the folder.
  private let lock: StoreLock?

  /// Why a folder cannot be used, in a sentence, with what to do.
  struct Unusable: Error {
    let message: String
    let hint: String?
  }

  static let fileName = "classes.sqlite"

  /// Opens the store in a folder, which is made where it is missing.
  ///
  /// - Parameter isExclusive: whether classes are to be changed, which one process does at a time.
  init(folder: String, isExclusive: Bool = true) throws(Unusable) {
    do {
      try Folder.make(folder, rights: 0o700)
    } catch {
      throw Unusable(message: "'\(error.path)' cannot be made: \(error.error.text)", hint: Self.otherFolder)
    }
    lock = isExclusive ? try StoreLock(folder) : nil
    let path = folder + "/" + Self.fileName
    do {
      try Schema.check(path)
      var configuration = Configuration()
      configuration.label = "classes"
      configuration.busyMode = .timeout(10)
      configuration.prepareDatabase { database in
        // What is deleted is gone.
        try database.execute(sql: "PRAGMA secure_delete = ON")
      }
      pool = try DatabasePool(path: path, configuration: configuration)
      // A commit that was said to be on the disk is there after a power failure, too.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      try Schema.update(pool)
    } catch let refusal as Schema.Refusal {
      switch refusal {
      case .newer(let version):
        throw Unusable(
          message: "'\(path)' was written by a newer gradus (its version is \(version)) and is left as it is",
          hint: "install that gradus, or name another folder with --data")
      case .foreign:
        throw Unusable(message: "'\(path)' holds no classes of gradus and is left as it is", hint: Self.otherFolder)
      }
    } catch {
      throw Unusable(message: "'\(path)' cannot be used: \(Self.reason(error))", hint: Self.otherFolder)
    }
    chmod(path, 0o600)
    writer = GroupCommit(pool)
  }

  private static let otherFolder = "name another folder with --data"

  /// Why something could not be kept, for people.
  static func reason(_ error: any Error) -> String {
    guard let error = error as? DatabaseError else { return "\(error)" }
    switch error.resultCode {
    case .SQLITE_FULL: return "the disk is full"
    case .SQLITE_READONLY, .SQLITE_PERM: return "it may not be written"
    case .SQLITE_CANTOPEN: return "it cannot be opened"
    case .SQLITE_IOERR: return "the disk does not take it"
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: return "it is damaged, or no database"
    case .SQLITE_BUSY, .SQLITE_LOCKED: return "another program has it"
    default: return error.message ?? "SQLite says \(error.resultCode)"
    }
  }

  /// Makes a change.
  func change<Output: Sendable>(_ body: @escaping @Sendable (Database) throws -> Output) async throws -> Output {
    try await writer.perform(body)
  }

  /// Makes a change before all later ones.
  func changeLater(_ body: @escaping @Sendable (Database) throws -> Void) { writer.performLater(body) }

  /// Writes what is still in the log into the file itself, and closes it.
  func close() {
    _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    try? pool.close()
  }
}

/// A folder that one process has for itself.
private final class StoreLock: Sendable {
  private let descriptor: Int32

  init(_ folder: String) throws(ClassStore.Unusable) {
    let path = folder + "/lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw ClassStore.Unusable(
        message: "'\(folder)' may not be written: \(SystemError().text)", hint: "name another folder with --data")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      Platform.close(descriptor)
      throw ClassStore.Unusable(
        message: "the classes in '\(folder)' are served already",
        hint: "end that server, or name another folder with --data")
    }
  }

  deinit { Platform.close(descriptor) }
}
