import Language
import Vocabulary

/// What was typed and printed in a session, so that it can be written down as a lesson.
///
/// It holds references to texts that exist anyway; nothing is put together before it is asked for. When it grows too
/// long, it forgets its beginning.
struct Log: Sendable {
  struct Entry: Sendable {
    let input: String
    /// What its statements printed, in lines.
    let printed: String
    let failure: Failure?
  }

  /// More entries than this are not kept.
  static let longest = 10_000
  /// More bytes of text than this are not kept.
  static let largest = 16 << 20

  private(set) var entries: [Entry] = []
  /// How many entries are forgotten.
  private(set) var forgotten = 0
  private var size = 0

  /// Adds an input and what came of it.
  mutating func add(_ input: String, _ transcript: Transcript) {
    let entry = Entry(input: input, printed: Self.text(transcript.results), failure: transcript.failure)
    size += entry.size
    entries.append(entry)
    if entries.count > Self.longest || size > Self.largest { forget() }
  }

  /// Most inputs are of one statement, whose text need not be copied.
  private static func text(_ results: [Result]) -> String {
    if results.count == 1 { return results[0].printed.text }
    return results.map(\.printed.text).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Forgets the oldest entries, so many that it need not soon be done again; the last one stays.
  private mutating func forget() {
    var count = 0
    while count < entries.count - 1,
      entries.count - count > Self.longest * 9 / 10 || size > Self.largest * 9 / 10
    {
      size -= entries[count].size
      count += 1
    }
    entries.removeFirst(count)
    forgotten += count
  }
}

extension Log.Entry {
  fileprivate var size: Int { input.utf8.count + printed.utf8.count }
}
