import Vocabulary

/// An expected line brought up to date: what still matches stays as the author wrote it, patterns, margins and chosen digits
/// included; the rest is written anew, a number with as many digits and the margin that it had.
struct LineMerge {
  private let expected: [Character]
  private let actual: OutputLine
  private let wanted: [Range<Int>]
  private let came: [Range<Int>]

  /// Lines of more words than this are replaced as they are.
  private static let mostWords = 200

  /// The new line; nil where nothing of the old one is worth keeping.
  static func line(_ expected: String, with actual: OutputLine) -> String? {
    guard !expected.hasPrefix("\\"), !Matcher.isAnyLines(expected) else { return nil }
    let merge = LineMerge(expected, actual)
    guard merge.wanted.count <= mostWords, merge.came.count <= mostWords, let line = merge.text,
      LineMatcher(line, actual).matches
    else { return nil }
    return line
  }

  private init(_ expected: String, _ actual: OutputLine) {
    self.expected = Array(expected)
    self.actual = actual
    wanted = Difference.words(self.expected)
    came = Difference.words(actual.characters)
  }

  // MARK: Words

  /// What becomes of an expected word, or of one that came.
  private enum Step {
    /// Stays, for so many words that came.
    case keep(Int)
    case replace, remove, insert
  }

  /// The cheapest way through both lines, found from the end.
  private var steps: [Step] {
    let width = came.count + 1
    var cost = [Int](repeating: 0, count: (wanted.count + 1) * width)
    var choice = [Step](repeating: .insert, count: cost.count)
    for i in stride(from: wanted.count, through: 0, by: -1) {
      for j in stride(from: came.count, through: 0, by: -1) where i < wanted.count || j < came.count {
        var best = Int.max
        func consider(_ step: Step, _ price: Int, _ next: Int) {
          if price + cost[next] < best { (best, choice[i * width + j]) = (price + cost[next], step) }
        }
        if i < wanted.count, j < came.count {
          let longest = isPattern(wanted[i]) ? came.count - j : 1
          for count in 1...longest where fits(wanted[i], came[j..<j + count]) {
            consider(.keep(count), 0, (i + 1) * width + j + count)
          }
          consider(.replace, 2, (i + 1) * width + j + 1)
        }
        if i < wanted.count { consider(.remove, 3, (i + 1) * width + j) }
        if j < came.count { consider(.insert, 3, i * width + j + 1) }
        cost[i * width + j] = best
      }
    }
    var steps: [Step] = []
    var (i, j) = (0, 0)
    while i < wanted.count || j < came.count {
      let step = choice[i * width + j]
      steps.append(step)
      switch step {
      case .keep(let count): (i, j) = (i + 1, j + count)
      case .replace: (i, j) = (i + 1, j + 1)
      case .remove: i += 1
      case .insert: j += 1
      }
    }
    return steps
  }

  private func isPattern(_ word: Range<Int>) -> Bool { String(expected[word]).contains("[..]") }

  private func fits(_ word: Range<Int>, _ words: ArraySlice<Range<Int>>) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    return LineMatcher(String(expected[word]), actual.part(first.lowerBound..<last.upperBound)).matches
  }

  // MARK: The new line

  private var text: String? {
    let steps = steps
    // What is kept although it prints otherwise shows that the author chose how to write it.
    var hasChoice = wanted.contains { hasMargin(expected[$0]) }
    var (i, j) = (0, 0)
    for step in steps {
      switch step {
      case .keep(let count):
        hasChoice = hasChoice || count > 1 || expected[wanted[i]] != actual.characters[came[j]]
        (i, j) = (i + 1, j + count)
      case .replace: (i, j) = (i + 1, j + 1)
      case .remove: i += 1
      case .insert: j += 1
      }
    }
    return hasChoice ? line(by: steps) : nil
  }

  private func line(by steps: [Step]) -> String {
    var line: [Character] = []
    var (i, j) = (0, 0)
    for step in steps {
      switch step {
      case .keep(let count):
        line += space(before: i, of: wanted, in: expected) + expected[wanted[i]]
        (i, j) = (i + 1, j + count)
      case .replace:
        line += space(before: i, of: wanted, in: expected) + rewritten(wanted[i], came[j])
        (i, j) = (i + 1, j + 1)
      case .remove: i += 1
      case .insert:
        line += space(before: j, of: came, in: actual.characters) + actual.characters[came[j]]
        j += 1
      }
    }
    return String(line)
  }

  private func space(before index: Int, of words: [Range<Int>], in line: [Character]) -> ArraySlice<Character> {
    line[(index == 0 ? 0 : words[index - 1].upperBound)..<words[index].lowerBound]
  }

  // MARK: Numbers

  private func hasMargin(_ word: ArraySlice<Character>) -> Bool { word.contains("±") || String(word).contains("+-") }

  /// The word that came, with its numbers as the old word writes them where it has as many.
  private func rewritten(_ old: Range<Int>, _ new: Range<Int>) -> ArraySlice<Character> {
    let part = actual.part(new)
    let numbers = part.numbers.sorted { $0.key < $1.key }.map(\.value)
    let written = Self.numbers(in: Array(expected[old]))
    guard !numbers.isEmpty, numbers.count == written.count else { return part.characters[...] }
    var word: [Character] = []
    var end = 0
    for (number, form) in zip(numbers, written) {
      word +=
        part.characters[end..<number.range.lowerBound]
        + form.text(of: number.value, printed: part.characters[number.range])
      end = number.range.upperBound
    }
    return (word + part.characters[end...])[...]
  }

  /// How a number of an expected word is written.
  private struct Form {
    let bare: ArraySlice<Character>
    let margin: ArraySlice<Character>
    let number: WrittenNumber

    /// A value so written, if it can be.
    func text(of value: Double, printed: ArraySlice<Character>) -> [Character] {
      if number.accepts(value, printedAs: printed) { return Array(bare + margin) }
      let candidates = [Self.text(value, like: bare), Array(printed)].compactMap { $0 }
      let fitting = candidates.first { candidate in
        WrittenNumber((candidate + margin)[...])?.accepts(value, printedAs: printed) == true
      }
      return (fitting ?? Array(printed)) + margin
    }

    /// With as many decimals; nil where that is another kind of number, or would be nothing but zeros.
    private static func text(_ value: Double, like bare: ArraySlice<Character>) -> [Character]? {
      guard bare.allSatisfy({ $0.isNumber || ".-−".contains($0) }), value.isFinite else { return nil }
      let decimals = bare.firstIndex(of: ".").map { bare.endIndex - $0 - 1 } ?? 0
      guard decimals <= 12 else { return nil }
      let unit = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
      let scaled = (value.magnitude * unit).rounded()
      guard scaled < 0x1p53, scaled > 0 || value == 0 else { return nil }
      let digits = String(Int(scaled))
      let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      let sign = value < 0 ? "-" : ""
      return Array(sign + padded.dropLast(decimals) + (decimals > 0 ? "." + padded.suffix(decimals) : ""))
    }
  }

  private static func numbers(in word: [Character]) -> [Form] {
    var forms: [Form] = []
    var index = 0
    while index < word.count {
      let isInside = index > 0 && (word[index - 1].isLetter || word[index - 1].isNumber || word[index - 1] == "_")
      if !isInside, let whole = WrittenNumber(word[index...]),
        let bare = WrittenNumber(word[index...], readsMargin: false)
      {
        let end = index + bare.length
        forms.append(Form(bare: word[index..<end], margin: word[end..<index + whole.length], number: whole))
        index += whole.length
      } else {
        index += 1
      }
    }
    return forms
  }
}
