/// Where the inputs of cells are kept between sessions.
public struct KeptInputs: Sendable {
  /// Those of former sessions, oldest first.
  let former: [String]
  /// Keeps one more; what cannot be kept is the keeper's to say.
  let keep: @Sendable (String) -> Void

  public init(former: [String], keep: @escaping @Sendable (String) -> Void) {
    (self.former, self.keep) = (former, keep)
  }

  /// Nowhere.
  public static let none = KeptInputs(former: []) { _ in }
}

/// The cells that were run, with their numbers and what they printed, behind the inputs of former sessions.
package struct History {
  struct Entry: Equatable {
    let session: Int
    let line: Int
    let input: String
    let output: String
  }

  /// Older ones are forgotten.
  private static let longest = 10_000

  /// Which session this is: the one after all that was before, which is taken for one.
  private let session: Int
  private let keep: @Sendable (String) -> Void
  private var entries: [Entry]

  init(_ kept: KeptInputs) {
    keep = kept.keep
    session = kept.former.isEmpty ? 1 : 2
    entries = kept.former.suffix(Self.longest).enumerated().map { number, input in
      Entry(session: 1, line: number + 1, input: input, output: "")
    }
  }

  mutating func add(line: Int, input: String, output: String) {
    if !input.allSatisfy(\.isWhitespace) { keep(input) }
    entries.append(Entry(session: session, line: line, input: input, output: output))
    if entries.count > Self.longest + Self.longest / 10 { entries.removeFirst(entries.count - Self.longest) }
  }

  /// The last so many.
  func tail(_ count: Int) -> [Entry] { entries.suffix(max(0, count)) }

  /// Those of a session with numbers from one to before another. 0 is this session, -1 the one before.
  func range(of number: Int, from start: Int, to stop: Int?) -> [Entry] {
    let wanted = number > 0 ? number : session.addingReportingOverflow(number).partialValue
    return entries.filter { $0.session == wanted && $0.line >= start && $0.line < stop ?? .max }
  }

  /// Those that look like a pattern, in which `*` stands for any text and `?` for any character; of the last so many, each text
  /// once if wanted.
  func search(_ pattern: String, atMost count: Int?, unique: Bool) -> [Entry] {
    let glob = Array(pattern.unicodeScalars)
    var found = entries.filter { Self.matches(Array($0.input.unicodeScalars), glob) }
    if unique {
      // The last of those that are alike.
      var seen: Set<String> = []
      found = found.reversed().filter { seen.insert($0.input).inserted }.reversed()
    }
    return count.map { Array(found.suffix(max(0, $0))) } ?? found
  }

  /// Takes no longer than the product of both lengths.
  package static func matches(_ text: [Unicode.Scalar], _ pattern: [Unicode.Scalar]) -> Bool {
    var (place, sign) = (0, 0)
    // Where the last `*` stands, and what it takes so far.
    var star: (sign: Int, place: Int)?
    while place < text.count {
      if sign < pattern.count, pattern[sign] == "*" {
        star = (sign, place)
        sign += 1
      } else if sign < pattern.count, pattern[sign] == "?" || pattern[sign] == text[place] {
        place += 1
        sign += 1
      } else if let last = star {
        star = (last.sign, last.place + 1)
        (sign, place) = (last.sign + 1, last.place + 1)
      } else {
        return false
      }
    }
    return pattern[sign...].allSatisfy { $0 == "*" }
  }
}
