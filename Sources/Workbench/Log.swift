import Language
import Vocabulary

/// What was typed and printed in a session, so that it can be written down as a lesson.
///
/// Small results are printed when the lesson is written; of large ones, which would be kept from being freed, only the
/// text is kept. When the log grows too long, it forgets its beginning.
public struct Log: Sendable {
  struct Entry: Sendable {
    let input: String
    fileprivate let output: Output
    let failure: Failure?
  }

  fileprivate enum Output {
    case results([StatementResult])
    case text(String)
  }

  /// More entries than this are not kept.
  public static let longest = 10_000
  /// More bytes than this are not kept, so that a session of any length stays small.
  static let largest = 8 << 20

  private(set) var entries: [Entry] = []
  /// How many entries are forgotten.
  private(set) var forgotten = 0
  private var size = 0

  /// Adds an input and what came of it.
  mutating func add(_ input: String, _ transcript: Transcript) {
    let isSmall = transcript.results.allSatisfy { $0.isSilent ? false : $0.value.isSmall }
    let output: Output = isSmall ? .results(transcript.results) : .text(Self.text(transcript.results))
    let entry = Entry(input: input, output: output, failure: transcript.failure)
    size += entry.size
    entries.append(entry)
    if entries.count > Self.longest || size > Self.largest { forget() }
  }

  fileprivate static func text(_ results: [StatementResult]) -> String {
    results.map(\.printed.text).filter { !$0.isEmpty }.joined(separator: "\n")
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
  /// What the statements printed, in lines.
  var printed: String {
    switch output {
    case .results(let results): Log.text(results)
    case .text(let text): text
    }
  }

  /// About how many bytes it takes: its texts, and what texts and results need around them.
  fileprivate var size: Int {
    let around = 256
    let said = failure.map { $0.message.utf8.count + ($0.hint?.utf8.count ?? 0) + around } ?? 0
    switch output {
    case .results(let results): return around + input.utf8.count + said + around * results.count
    case .text(let text): return around + input.utf8.count + said + text.utf8.count
    }
  }
}

extension Value {
  /// Whether keeping it costs no more than keeping what it prints.
  fileprivate var isSmall: Bool {
    switch self {
    case .nothing, .number, .truth: true
    case .vector(let elements): elements.count <= 8
    default: false
    }
  }
}
