import Language
import Vocabulary

/// Goes through a text from one element to the next.
struct SourceScanner {
  private static let quotes: [Unicode.Scalar: Set<Unicode.Scalar>] = ["\"": ["\"", "”"], "“": ["”", "“", "\""]]
  private static let operators = Set("+-−×*·/÷%@^√<≤>≥=≠!|′'".unicodeScalars)

  private let text: [Unicode.Scalar]
  private let lexicon: Lexicon
  private var index = 0

  init(_ text: [Unicode.Scalar], lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  mutating func next() -> (element: SourceElement, range: Range<Int>)? {
    guard index < text.count else { return nil }
    let start = index
    let element = element()
    return (element, start..<index)
  }

  /// Passes over the element that begins here.
  private mutating func element() -> SourceElement {
    let first = text[index]
    index += 1
    if first == "#" {
      skip { $0 != "\n" }
      return .comment
    }
    if let closing = Self.quotes[first], !isPrime(index - 1) {
      while index < text.count, !closing.contains(text[index]) { index += text[index] == "\\" ? 2 : 1 }
      index = min(index + 1, text.count)
      return .text
    }
    if Self.isDigit(first) || (first == "." && startsNumber(index - 1)) {
      skipNumber()
      return .number
    }
    if Superscript.baseline(first) != nil {
      skip { Superscript.baseline($0) != nil }
      return .number
    }
    if Self.isLetter(first) {
      let start = index - 1
      skip { Self.isLetter($0) || Self.isDigit($0) || ("₀"..."₉").contains($0) }
      return isLabel(index) ? .plain : element(ofWord: String(String.UnicodeScalarView(text[start..<index])))
    }
    return Self.operators.contains(first) ? .operator : .plain
  }

  /// Whether a point is that of `.5`, not the second of `1..5`.
  private func startsNumber(_ index: Int) -> Bool {
    index + 1 < text.count && Self.isDigit(text[index + 1]) && (index == 0 || text[index - 1] != ".")
  }

  /// Whether a quotation mark is the second derivative of what stands before it.
  private func isPrime(_ index: Int) -> Bool {
    guard text[index] == "\"", index > 0 else { return false }
    return Self.isLetter(text[index - 1]) || ["′", "'", ")"].contains(text[index - 1])
  }

  /// Whether a single `=` follows, as after the name of an argument.
  private func isLabel(_ index: Int) -> Bool {
    let rest = text[index...].drop { $0 == " " }
    return rest.first == "=" && rest.dropFirst().first != "="
  }

  private func element(ofWord word: String) -> SourceElement {
    if Keyword(rawValue: word) != nil { return .keyword }
    return lexicon[word] == nil ? .plain : .builtin
  }

  private mutating func skipNumber() {
    skip { Self.isDigit($0) || $0 == "_" }
    if index + 1 < text.count, text[index] == ".", Self.isDigit(text[index + 1]) {
      index += 1
      skip { Self.isDigit($0) || $0 == "_" }
    }
    if index < text.count, text[index] == "e" || text[index] == "E" {
      let sign = index + 1 < text.count && (text[index + 1] == "+" || text[index + 1] == "-") ? 2 : 1
      if index + sign < text.count, Self.isDigit(text[index + sign]) {
        index += sign
        skip(while: Self.isDigit)
      }
    }
  }

  private mutating func skip(while holds: (Unicode.Scalar) -> Bool) {
    while index < text.count, holds(text[index]) { index += 1 }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || (scalar.properties.isAlphabetic && Superscript.baseline(scalar) == nil)
  }
}
