import Vocabulary

/// Colours what is printed, where colours are wanted.
struct Coloring {
  let isEnabled: Bool

  /// Results, their numbers in the colour of numbers.
  func result(_ printed: Printed) -> String {
    guard isEnabled, !printed.numbers.isEmpty else { return printed.text }
    let bytes = Array(printed.text.utf8)
    var text = ""
    var end = 0
    for number in printed.numbers {
      text += String(decoding: bytes[end..<number.range.lowerBound], as: UTF8.self)
      text += Style.number.applied(to: String(decoding: bytes[number.range], as: UTF8.self))
      end = number.range.upperBound
    }
    return text + String(decoding: bytes[end...], as: UTF8.self)
  }

  /// A rendered failure, the word `error` and the caret in red.
  func failure(_ message: String) -> String {
    guard isEnabled else { return message }
    var lines = message.lines.map(String.init)
    if let first = lines.first, first.hasPrefix("error:") {
      lines[0] = Style.errorWord.applied(to: "error") + first.dropFirst("error".count)
    }
    if lines.count > 1, let last = lines.last {
      let indent = last.prefix { $0 == " " }
      let caret = last.dropFirst(indent.count).prefix { $0 == "^" }
      let hint = last.dropFirst(indent.count + caret.count)
      lines[lines.count - 1] = indent + Style.error.applied(to: String(caret)) + hint
    }
    return lines.joined(separator: "\n")
  }
}
