/// One expected line against one that came, in a single pass over the parts between `[..]`.
struct LineMatcher {
  private let pattern: [Character]
  private let line: OutputLine
  private let isLiteral: Bool
  private static let anyText: [Character] = ["[", ".", ".", "]"]

  init(_ pattern: String, _ line: OutputLine) {
    isLiteral = pattern.hasPrefix("\\")
    self.pattern = Array(isLiteral ? pattern.dropFirst() : pattern[...])
    self.line = line
  }

  var matches: Bool {
    var parts = isLiteral ? [0..<pattern.count] : Self.parts(of: pattern)
    let (first, start) = (parts.removeFirst(), Self.skipSpace(line.characters, 0))
    guard let last = parts.popLast() else { return end(of: first, from: start, isLast: true) != nil }
    guard var place = end(of: first, from: start, isLast: false) else { return false }
    for part in parts {
      guard let next = firstEnd(of: part, from: place) else { return false }
      place = next
    }
    // Behind `[..]` at the end of the pattern anything may follow.
    if last.isEmpty { return true }
    return (place...max(place, line.characters.count)).contains { end(of: last, from: $0, isLast: true) != nil }
  }

  /// The nearest place where a part can end that begins at a place or behind it: the nearer it ends, the more is left for
  /// the parts that follow.
  private func firstEnd(of part: Range<Int>, from place: Int) -> Int? {
    var best: Int?
    var start = place
    while start <= line.characters.count, start < best ?? .max {
      if let end = end(of: part, from: start, isLast: false) { best = min(best ?? end, end) }
      start += 1
    }
    return best
  }

  /// Where a part ends that begins at a place, nil where it does not fit there. The last part must reach the end of the line.
  private func end(of part: Range<Int>, from start: Int, isLast: Bool) -> Int? {
    var i = part.lowerBound == 0 ? Self.skipSpace(pattern, 0) : part.lowerBound
    var j = start
    let isAtEnd = { (index: Int) in isLast && index == pattern.count }
    while i < part.upperBound {
      if pattern[i].isWhitespace || (j < line.characters.count && line.characters[j].isWhitespace) {
        let (nextPattern, nextLine) = (Self.skipSpace(pattern, i), Self.skipSpace(line.characters, j))
        guard (nextPattern > i && nextLine > j) || isAtEnd(nextPattern) || nextLine == line.characters.count else {
          return nil
        }
        (i, j) = (nextPattern, nextLine)
      } else if let number = line.numbers[j], let length = length(ofNumberAt: i, for: number) {
        guard let length else { return nil }
        (i, j) = (i + length, number.range.upperBound)
      } else {
        guard j < line.characters.count, pattern[i] == line.characters[j] else { return nil }
        (i, j) = (i + 1, j + 1)
      }
    }
    if isLast { j = Self.skipSpace(line.characters, j) }
    return isLast && j < line.characters.count ? nil : j
  }

  /// How many characters of the pattern a number takes there; nil inside where it is another number, nil where the pattern
  /// has no number.
  private func length(ofNumberAt index: Int, for number: OutputLine.Number) -> Int?? {
    // A margin that was printed is text like all else.
    let rest = line.characters[number.range.upperBound...].drop(while: \.isWhitespace)
    let hasMargin = rest.first == "±" || rest.starts(with: "+-")
    guard let written = WrittenNumber(pattern[index...], readsMargin: !isLiteral && !hasMargin) else { return nil }
    let isRight = written.accepts(number.value, printedAs: line.characters[number.range])
    return .some(isRight ? written.length : nil)
  }

  private static func skipSpace(_ characters: [Character], _ start: Int) -> Int {
    var index = start
    while index < characters.count, characters[index].isWhitespace { index += 1 }
    return index
  }

  /// What stands before, between and behind `[..]`.
  private static func parts(of pattern: [Character]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < pattern.count {
      if pattern[index] == "[", pattern[index...].starts(with: anyText) {
        parts.append(start..<index)
        index += anyText.count
        start = index
      } else {
        index += 1
      }
    }
    return parts + [start..<pattern.count]
  }
}

/// Compares what a lesson expects with what came: numbers by value to the digits written, `±` wider, `[..]` for any text in a
/// line, `...` for any lines, white space by its runs, all else character by character.
enum Matcher {
  /// Whether the output is as expected.
  static func matches(_ expected: [String], _ actual: [OutputLine]) -> Bool {
    let actual = trimmed(actual)
    let parts = expected.split(omittingEmptySubsequences: false, whereSeparator: isAnyLines)
    guard parts.count > 1 else { return matches(expected[...], actual[...]) }
    // What stands before the first `...` begins the output, what stands behind the last ends it; of what is between, each
    // part takes the first place that fits, which leaves most to those after it.
    guard let first = parts.first, let last = parts.last, first.count + last.count <= actual.count,
      matches(first, actual.prefix(first.count)), matches(last, actual.suffix(last.count))
    else { return false }
    var place = first.count
    let end = actual.count - last.count
    for part in parts.dropFirst().dropLast() {
      while place + part.count <= end, !matches(part, actual[place..<place + part.count]) { place += 1 }
      guard place + part.count <= end else { return false }
      place += part.count
    }
    return true
  }

  /// Line by line.
  private static func matches(_ expected: ArraySlice<String>, _ actual: ArraySlice<OutputLine>) -> Bool {
    expected.count == actual.count
      && zip(expected, actual).allSatisfy { isSame($0, $1) || LineMatcher($0, $1).matches }
  }

  /// Whether a line stands there just as it came, which is most often so and soon seen.
  private static func isSame(_ expected: String, _ actual: OutputLine) -> Bool {
    !expected.hasPrefix("\\") && expected.elementsEqual(actual.characters)
  }

  /// Trailing blank lines are nothing.
  static func trimmed(_ lines: [OutputLine]) -> [OutputLine] {
    let blank = lines.reversed().prefix { $0.characters.allSatisfy(\.isWhitespace) }.count
    return lines.dropLast(blank)
  }

  /// Whether a line stands for any lines.
  static func isAnyLines(_ line: String) -> Bool {
    line.utf8.count { $0 == UInt8(ascii: ".") } == 3 && line.allSatisfy { $0.isWhitespace || $0 == "." }
  }
}
