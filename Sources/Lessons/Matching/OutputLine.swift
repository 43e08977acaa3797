import Vocabulary

/// A line of output, with the numbers in it.
struct OutputLine {
  /// A number: where it begins and ends in the characters, and its unrounded value.
  struct Number {
    let range: Range<Int>
    let value: Double
  }

  let characters: [Character]
  /// By the place where they begin.
  let numbers: [Int: Number]

  var text: String { String(characters) }

  init(_ text: String) {
    characters = Array(text)
    numbers = [:]
  }

  init(characters: [Character], numbers: [Int: Number]) {
    self.characters = characters
    self.numbers = numbers
  }

  /// The lines of a printed text, of its first bytes if so many are given.
  static func lines(of printed: Printed, first most: Int = .max) -> [OutputLine] {
    guard !printed.text.isEmpty else { return [] }
    var lines: [OutputLine] = []
    var characters: [Character] = []
    var numbers: [Int: Number] = [:]
    var pending = printed.numbers[...]
    var offset = 0
    var start: (place: Int, number: Printed.Number)?
    for character in printed.text {
      if offset >= most { break }
      if let number = pending.first, number.range.lowerBound == offset {
        start = (characters.count, number)
        pending = pending.dropFirst()
      }
      offset += character.utf8.count
      if character == "\n" {
        lines.append(OutputLine(characters: characters, numbers: numbers))
        characters = []
        numbers = [:]
      } else {
        characters.append(character)
      }
      if let (place, number) = start, number.range.upperBound <= offset {
        numbers[place] = Number(range: place..<characters.count, value: number.value)
        start = nil
      }
    }
    lines.append(OutputLine(characters: characters, numbers: numbers))
    return lines
  }
}
