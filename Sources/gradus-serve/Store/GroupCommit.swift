import GRDB
import Synchronization

/// Writes to a database in turn, all that waits at once in one transaction, so that a class that answers at the same moment waits
/// for one write of the disk.
///
/// Whoever hands in a change goes on when it is on the disk, or knows that it is not.
final class GroupCommit: Sendable {
  private let pool: DatabasePool
  private let queue = Mutex(Queue())

  private struct Queue {
    var waiting: [Change] = []
    var isWriting = false
  }

  /// A change with whom to tell of its end.
  private struct Change: Sendable {
    let make: @Sendable (Database) throws -> Void
    let finish: @Sendable (Result<Void, any Error>) -> Void
  }

  init(_ pool: DatabasePool) { self.pool = pool }

  /// Makes a change. Throws where it cannot be made or kept; then nothing of it is.
  func perform<Output: Sendable>(_ body: @escaping @Sendable (Database) throws -> Output) async throws -> Output {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Output, any Error>) in
      let output = Mutex<Output?>(nil)
      let shared = SharedOutput(output)
      add(
        Change(
          make: { database in
            let made = try body(database)
            shared.output.withLock { $0 = made }
          },
          finish: { result in
            switch result {
            case .failure(let error): continuation.resume(throwing: error)
            case .success:
              if let made = shared.output.withLock({ $0 }) {
                continuation.resume(returning: made)
              } else {
                continuation.resume(throwing: DatabaseError(message: "nothing was written"))
              }
            }
          }))
    }
  }

  /// Makes a change before all that is handed in later, and lets nobody wait for it.
  func performLater(_ body: @escaping @Sendable (Database) throws -> Void) { add(Change(make: body, finish: { _ in })) }

  private func add(_ change: Change) {
    let begins = queue.withLock { queue in
      queue.waiting.append(change)
      defer { queue.isWriting = true }
      return !queue.isWriting
    }
    if begins { Task.detached { await self.write() } }
  }

  /// Writes until nothing waits.
  private func write() async {
    while true {
      let batch = queue.withLock { queue in
        defer { queue.waiting = [] }
        queue.isWriting = !queue.waiting.isEmpty
        return queue.waiting
      }
      if batch.isEmpty { return }
      do {
        let flaws = try await pool.write { database in try Self.make(batch, in: database) }
        for (change, flaw) in zip(batch, flaws) { change.finish(flaw.map { .failure($0) } ?? .success(())) }
      } catch {
        for change in batch { change.finish(.failure(error)) }
      }
    }
  }

  /// Makes all changes, each of them whole or not at all; why those could not be made that could not.
  private static func make(_ batch: [Change], in database: Database) throws -> [(any Error)?] {
    var flaws: [(any Error)?] = []
    for change in batch {
      // A full disk ends the transaction; what follows must not begin one of its own.
      if !database.isInsideTransaction {
        throw flaws.compactMap(\.self).last ?? DatabaseError(resultCode: .SQLITE_ABORT)
      }
      var flaw: (any Error)?
      try database.inSavepoint {
        do {
          try change.make(database)
          return .commit
        } catch {
          flaw = error
          return .rollback
        }
      }
      flaws.append(flaw)
    }
    return flaws
  }
}

/// Where a change leaves what it made, until it is on the disk.
private final class SharedOutput<Output: Sendable>: Sendable {
  let output: Mutex<Output?>
  init(_ output: consuming Mutex<Output?>) { self.output = output }
}
