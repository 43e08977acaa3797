import Vocabulary
import Workbench

/// What a lesson says that a command prints, brought up to date with what it printed: what still matches stays as it is written.
struct OutputMerge {
  let lines: [String]

  /// - Parameters:
  ///   - errorLines: how many of the lines at the end tell of an error; of these the first counts, unless the lesson writes more down.
  init(_ expected: [String], _ printed: [OutputLine], errorLines: Int) {
    let command = LessonCommand(source: "", line: 1, expected: expected)
    let isWhole = command.announcedError.map { expected.count > $0 + 1 } ?? true
    let output = errorLines > 1 && !isWhole ? printed.dropLast(errorLines - 1) : printed
    guard !Matcher.matches(expected, output) else {
      lines = expected
      return
    }
    let unannounced = errorLines > 0 && command.announcedError == nil ? output.count - errorLines : nil
    let alignment = Alignment(expected, output, unannounced: unannounced)
    var lines: [String] = []
    var next = 0
    for replacement in alignment.replacements {
      lines += expected[next..<replacement.expected.lowerBound]
      lines += alignment.lines(for: replacement, expected, output, unannounced: unannounced)
      next = replacement.expected.upperBound
    }
    self.lines = lines + expected[next...]
  }
}

extension Alignment {
  /// The lines that come in the place of some expected ones. No pattern may stand for an error that nobody announced, so nothing of
  /// the old line is kept for one.
  func lines(
    for replacement: Replacement, _ expected: [String], _ output: [OutputLine], unannounced: Int?
  ) -> [String] {
    replacement.actual.map { index in
      let old = index == unannounced ? nil : partners[index].map { expected[$0] }
      return old.flatMap { LineMerge.line($0, with: output[index]) } ?? LiteralLine.written(output[index].text)
    }
  }
}

extension OutputLine {
  /// A line of which nothing is left but its text: its numbers are what is written.
  init(reading text: String) {
    let characters = Array(text)
    var numbers: [Int: Number] = [:]
    var index = 0
    while index < characters.count {
      let isInside = index > 0 && (characters[index - 1].isLetter || characters[index - 1].isNumber)
      guard !isInside, let number = WrittenNumber(characters[index...], readsMargin: false) else {
        index += 1
        continue
      }
      numbers[index] = Number(range: index..<index + number.length, value: number.value)
      index += number.length
    }
    self.init(characters: characters, numbers: numbers)
  }
}
