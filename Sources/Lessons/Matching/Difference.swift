import Vocabulary

/// What differs between an expected and an actual line, word by word.
struct Difference {
  /// The characters of each line that differ.
  private(set) var expectedMarks: [Range<Int>] = []
  private(set) var actualMarks: [Range<Int>] = []
  /// What to say of numbers.
  private(set) var notes: [String] = []

  init(_ expected: String, _ actual: OutputLine) {
    let wanted = Self.words(Array(expected))
    let came = Self.words(actual.characters)
    for index in 0..<max(wanted.count, came.count) {
      let left = index < wanted.count ? wanted[index] : nil
      let right = index < came.count ? came[index] : nil
      if let left, let right {
        let pattern = String(Array(expected)[left])
        let part = actual.part(right)
        if LineMatcher(pattern, part).matches { continue }
        note(pattern, part)
      }
      if let left { expectedMarks.append(left) }
      if let right { actualMarks.append(right) }
    }
  }

  /// Says of two numbers how far they are apart.
  private mutating func note(_ pattern: String, _ part: OutputLine) {
    guard let number = part.numbers.min(by: { $0.key < $1.key })?.value,
      let written = WrittenNumber(Array(pattern.drop { "([".contains($0) })[...])
    else { return }
    let range = number.range
    guard !written.accepts(number.value, printedAs: part.characters[range]) else { return }
    let style = NumberStyle.standard
    let came = style.text(number.value)
    let gap = style.text((number.value - written.value).magnitude)
    let allowed = written.tolerance.map { "±" + style.text($0) } ?? "all digits printed"
    notes.append("\(style.text(written.value)) expected, \(came) came: off by \(gap), allowed \(allowed)")
  }

  /// Whether `±` follows the space, as in `15.8 ±0.3`, which is one word.
  private static func leadsToMargin(_ characters: [Character], _ index: Int) -> Bool {
    let rest = characters[index...].drop(while: \.isWhitespace)
    return rest.first == "±" || rest.starts(with: "+-")
  }

  /// The words of a line, a number with its margin being one.
  static func words(_ characters: [Character]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for index in 0...characters.count {
      let isSpace = index == characters.count || (characters[index].isWhitespace && !leadsToMargin(characters, index))
      if let first = start, isSpace {
        words.append(first..<index)
        start = nil
      } else if start == nil, !isSpace {
        start = index
      }
    }
    return words
  }
}

extension OutputLine {
  /// Some characters of the line with the numbers in them.
  func part(_ range: Range<Int>) -> OutputLine {
    var inside: [Int: Number] = [:]
    for (place, number) in numbers where range.contains(place) && number.range.upperBound <= range.upperBound {
      let start = place - range.lowerBound
      inside[start] = Number(range: start..<start + number.range.count, value: number.value)
    }
    return OutputLine(characters: Array(characters[range]), numbers: inside)
  }
}
