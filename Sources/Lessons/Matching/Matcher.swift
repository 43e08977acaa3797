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
