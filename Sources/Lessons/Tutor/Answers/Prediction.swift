import Vocabulary

/// What a learner thinks that a command will print, compared with what it printed.
struct Prediction {
  let isRight: Bool
  /// What to say of the numbers that are off.
  let notes: [String]

  /// Right is what a lesson may write for this output; the numbers alone are enough, in their order. A whole number
  /// stands for what rounds to it.
  init(_ answer: String, _ output: [OutputLine]) {
    let lines = answer.lines.map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    if Matcher.matches(lines, output) {
      (isRight, notes) = (true, [])
      return
    }
    let said = Self.numbers(in: Array(lines.joined(separator: " ")))
    let came = output.flatMap { line in
      line.numbers.sorted { $0.key < $1.key }.map { ($0.value.value, line.characters[$0.value.range]) }
    }
    let words = Set(output.flatMap { Self.words(in: $0.text) })
    guard !said.isEmpty, said.count == came.count, Self.words(in: answer).allSatisfy(words.contains) else {
      (isRight, notes) = (false, [])
      return
    }
    let style = NumberStyle.standard
    notes = zip(said, came).compactMap { said, came in
      if said.accepts(came.0, printedAs: Array(came.1)[...]) || said.isRounded(came.0) { return nil }
      let (value, gap) = (style.text(came.0), style.text((came.0 - said.value).magnitude))
      return "You said \(style.text(said.value)); it is \(value)" + (gap == "nan" ? "." : ", \(gap) away.")
    }
    isRight = notes.isEmpty
  }

  /// The numbers of a text, in their order.
  private static func numbers(in text: [Character]) -> [WrittenNumber] {
    var numbers: [WrittenNumber] = []
    var index = 0
    while index < text.count {
      let isInside = index > 0 && (text[index - 1].isLetter || text[index - 1].isNumber)
      if !isInside, let number = WrittenNumber(text[index...]), !isWord(text, index, number) {
        numbers.append(number)
        index += number.length
      } else {
        index += 1
      }
    }
    return numbers
  }

  /// Whether `inf` or `nan` only begins a word.
  private static func isWord(_ text: [Character], _ index: Int, _ number: WrittenNumber) -> Bool {
    let end = index + number.length
    return text[index].isLetter && end < text.count && text[end].isLetter
  }

  private static func words(in text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count > 1 && $0 != "inf" && $0 != "nan" }
  }
}

extension WrittenNumber {
  /// Whether this whole number is what the value rounds to.
  fileprivate func isRounded(_ actual: Double) -> Bool {
    tolerance == nil && actual.isFinite && actual.rounded() != actual && actual.rounded() == value && value != 0
  }
}
