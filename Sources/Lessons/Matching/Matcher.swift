/// Compares what a lesson expects with what came: numbers by value to the digits written, `±` wider, `[..]` for any text in a
/// line, `...` for any lines, white space by its runs, all else character by character.
enum Matcher {
  /// Whether the output is as expected.
  static func matches(_ expected: [String], _ actual: [OutputLine]) -> Bool {
    var known: [Pair: Bool] = [:]
    return matches(expected[...], trimmed(actual)[...], &known)
  }

  /// Trailing blank lines are nothing.
  static func trimmed(_ lines: [OutputLine]) -> [OutputLine] {
    let blank = lines.reversed().prefix { $0.characters.allSatisfy(\.isWhitespace) }.count
    return lines.dropLast(blank)
  }

  private struct Pair: Hashable {
    let expected: Int
    let actual: Int
  }

  /// Each pair of rests is looked at once, so that no pattern takes long.
  private static func matches(
    _ expected: ArraySlice<String>, _ actual: ArraySlice<OutputLine>, _ known: inout [Pair: Bool]
  ) -> Bool {
    guard let pattern = expected.first else { return actual.isEmpty }
    let pair = Pair(expected: expected.startIndex, actual: actual.startIndex)
    if let result = known[pair] { return result }
    let result: Bool
    if isAnyLines(pattern) {
      result =
        matches(expected.dropFirst(), actual, &known)
        || (!actual.isEmpty && matches(expected, actual.dropFirst(), &known))
    } else if let line = actual.first {
      result = LineMatcher(pattern, line).matches && matches(expected.dropFirst(), actual.dropFirst(), &known)
    } else {
      result = false
    }
    known[pair] = result
    return result
  }

  static func isAnyLines(_ line: String) -> Bool { line.allSatisfy { $0.isWhitespace || $0 == "." } && line.dots == 3 }
}

extension String {
  fileprivate var dots: Int { count { $0 == "." } }
}

/// One expected line against one that came, in a single pass from left to right.
struct LineMatcher {
  private let pattern: [Character]
  private let line: OutputLine
  private let isLiteral: Bool

  init(_ pattern: String, _ line: OutputLine) {
    isLiteral = pattern.hasPrefix("\\")
    self.pattern = Array(isLiteral ? pattern.dropFirst() : pattern[...])
    self.line = line
  }

  var matches: Bool {
    var refused: Set<Int> = []
    return matches(skipSpace(pattern, 0), skipSpace(line.characters, 0), &refused)
  }

  private func skipSpace(_ characters: [Character], _ start: Int) -> Int {
    var index = start
    while index < characters.count, characters[index].isWhitespace { index += 1 }
    return index
  }

  private func matches(_ start: Int, _ lineStart: Int, _ refused: inout Set<Int>) -> Bool {
    var (i, j) = (start, lineStart)
    while i < pattern.count {
      if isAnyText(at: i) { return matchesAnyText(from: i + 4, j, &refused) }
      if pattern[i].isWhitespace || (j < line.characters.count && line.characters[j].isWhitespace) {
        let (nextPattern, nextLine) = (skipSpace(pattern, i), skipSpace(line.characters, j))
        let isEnd = nextPattern == pattern.count || nextLine == line.characters.count
        guard isEnd || (nextPattern > i && nextLine > j) else { return false }
        (i, j) = (nextPattern, nextLine)
      } else if let number = line.numbers[j], let written = WrittenNumber(pattern[i...]) {
        guard written.accepts(number.value, printedAs: String(line.characters[number.range])) else { return false }
        (i, j) = (i + written.length, number.range.upperBound)
      } else {
        guard j < line.characters.count, pattern[i] == line.characters[j] else { return false }
        (i, j) = (i + 1, j + 1)
      }
    }
    return skipSpace(line.characters, j) == line.characters.count
  }

  private func isAnyText(at index: Int) -> Bool {
    !isLiteral && pattern[index] == "[" && pattern[index...].starts(with: "[..]")
  }

  /// Tries every place where the text after `[..]` could begin; a place refused once is not tried again.
  private func matchesAnyText(from i: Int, _ j: Int, _ refused: inout Set<Int>) -> Bool {
    for place in j...max(j, line.characters.count) {
      let key = i * (line.characters.count + 1) + place
      if refused.contains(key) { continue }
      if matches(i, place, &refused) { return true }
      refused.insert(key)
    }
    return false
  }
}
