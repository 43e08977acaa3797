import CKernels

/// Threads that share out the rows of a batch.
final class Team {
  private let pointer: OpaquePointer?

  /// The caller's thread is one of them.
  init(threads: Int) { pointer = threads > 1 ? team_create(threads) : nil }

  deinit { if let pointer { team_destroy(pointer) } }

  var count: Int { pointer.map { team_parts($0) } ?? 1 }

  /// Does all parts of a task; returns when the last is done.
  func run(_ task: @convention(c) (UnsafeMutableRawPointer, Int, Int) -> Void, _ context: UnsafeMutableRawPointer) {
    if let pointer { team_run(pointer, task, context) } else { task(context, 0, 1) }
  }

  /// The rows of a part, in whole tiles of matrix products.
  static func rows(of count: Int, part: Int, parts: Int) -> Range<Int> {
    let tile = 8
    let share = ((count + parts - 1) / parts + tile - 1) / tile * tile
    return min(part * share, count)..<min((part + 1) * share, count)
  }
}
