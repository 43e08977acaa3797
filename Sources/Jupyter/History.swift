/// The cells that were run, with their numbers and what they printed.
package struct History {
  struct Entry: Equatable {
    let line: Int
    let input: String
    let output: String
  }

  /// Older ones are forgotten.
  private static let longest = 10_000

  /// Which session this is among those that are remembered: the only one.
  static let session = 1

  private(set) var entries: [Entry] = []

  mutating func add(_ entry: Entry) {
    entries.append(entry)
    if entries.count > Self.longest + Self.longest / 10 { entries.removeFirst(entries.count - Self.longest) }
  }

  /// The last so many.
  func tail(_ count: Int) -> [Entry] { entries.suffix(max(0, count)) }

  /// Those with numbers from one to before another.
  func range(from start: Int, to stop: Int?) -> [Entry] {
    entries.filter { $0.line >= start && $0.line < stop ?? .max }
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
