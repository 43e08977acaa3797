import Language
import Workbench

/// Colours what is typed: numbers, texts, comments, words of the grammar and built-ins.
struct Highlighter {
  /// Longer texts stay plain, so that typing stays quick.
  private static let longest = 20_000
  private static let quotes: [Unicode.Scalar: Set<Unicode.Scalar>] = ["\"": ["\"", "”"], "“": ["”", "“", "\""]]

  private let isEnabled: Bool

  init(isEnabled: Bool) { self.isEnabled = isEnabled }

  /// A style for each character; none where nothing is to be coloured.
  func styles(for text: [Unicode.Scalar]) -> [Style] {
    guard isEnabled, text.count <= Self.longest else { return [] }
    var styles = [Style](repeating: .plain, count: text.count)
    var index = 0
    while index < text.count {
      let start = index
      let style = element(of: text, &index)
      for place in start..<index { styles[place] = style }
    }
    return styles
  }

  /// Passes over the element that begins here.
  private func element(of text: [Unicode.Scalar], _ index: inout Int) -> Style {
    let first = text[index]
    index += 1
    if first == "#" {
      skip(text, &index) { $0 != "\n" }
      return .faint
    }
    if let closing = Self.quotes[first], !isPrime(text, index - 1) {
      while index < text.count, !closing.contains(text[index]) { index += text[index] == "\\" ? 2 : 1 }
      index = min(index + 1, text.count)
      return .text
    }
    if isDigit(first) || (first == "." && startsNumber(text, index - 1)) {
      skipNumber(text, &index)
      return .number
    }
    if isLetter(first) {
      let start = index - 1
      skip(text, &index) { isLetter($0) || isDigit($0) || ("₀"..."₉").contains($0) }
      return isLabel(text, index) ? .plain : style(ofWord: String(String.UnicodeScalarView(text[start..<index])))
    }
    return .plain
  }

  /// Whether a point is that of `.5`, not the second of `1..5`.
  private func startsNumber(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    index + 1 < text.count && isDigit(text[index + 1]) && (index == 0 || text[index - 1] != ".")
  }

  /// Whether a quotation mark is the second derivative of what stands before it.
  private func isPrime(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    guard text[index] == "\"", index > 0 else { return false }
    return isLetter(text[index - 1]) || ["′", "'", ")"].contains(text[index - 1])
  }

  /// Whether a single `=` follows, as after the name of an argument.
  private func isLabel(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    let rest = text[index...].drop { $0 == " " }
    return rest.first == "=" && rest.dropFirst().first != "="
  }

  private func style(ofWord word: String) -> Style {
    if Keyword(rawValue: word) != nil { return .keyword }
    return Builtins.lexicon[word] == nil ? .plain : .builtin
  }

  private func skipNumber(_ text: [Unicode.Scalar], _ index: inout Int) {
    skip(text, &index) { isDigit($0) || $0 == "_" }
    if index + 1 < text.count, text[index] == ".", isDigit(text[index + 1]) {
      index += 1
      skip(text, &index) { isDigit($0) || $0 == "_" }
    }
    if index < text.count, text[index] == "e" || text[index] == "E" {
      let sign = index + 1 < text.count && (text[index + 1] == "+" || text[index + 1] == "-") ? 2 : 1
      if index + sign < text.count, isDigit(text[index + sign]) {
        index += sign
        skip(text, &index, while: isDigit)
      }
    }
  }

  private func skip(_ text: [Unicode.Scalar], _ index: inout Int, while holds: (Unicode.Scalar) -> Bool) {
    while index < text.count, holds(text[index]) { index += 1 }
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || (scalar.properties.isAlphabetic && scalar != "ⁿ")
  }
}
