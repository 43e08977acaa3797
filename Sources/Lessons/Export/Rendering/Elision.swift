/// Which lines of an output a lesson shows, and which it leaves out with `...`.
enum Elision {
  struct Part {
    let lines: ArraySlice<OutputLine>
    let isLeftOut: Bool
  }

  /// The output cut where the lesson's `...` begin and end; in one part where it has none or does not match.
  static func parts(of output: [OutputLine], as expected: [String]) -> [Part] {
    guard expected.contains(where: Matcher.isAnyLines), Matcher.matches(expected, output) else {
      return [Part(lines: output[...], isLeftOut: false)]
    }
    var parts: [Part] = []
    var shown = 0
    var place = 0
    for (index, pattern) in expected.enumerated() {
      guard Matcher.isAnyLines(pattern) else {
        place += 1
        continue
      }
      let end = Self.end(of: output, from: place, before: Array(expected[(index + 1)...]))
      guard end > place else { continue }
      parts.append(Part(lines: output[shown..<place], isLeftOut: false))
      parts.append(Part(lines: output[place..<end], isLeftOut: true))
      (shown, place) = (end, end)
    }
    parts.append(Part(lines: output[shown...], isLeftOut: false))
    return parts.filter { !$0.lines.isEmpty }
  }

  /// Where what is left out ends, so that the rest matches what follows.
  private static func end(of output: [OutputLine], from place: Int, before rest: [String]) -> Int {
    guard rest.contains(where: Matcher.isAnyLines) else { return max(place, output.count - rest.count) }
    return (place...output.count).first { Matcher.matches(rest, Array(output[$0...])) } ?? place
  }
}
