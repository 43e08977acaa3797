/// XML as text: what belongs escaped is, and numbers look the same everywhere.
struct Markup {
  private(set) var text = ""

  /// An element without content.
  mutating func add(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    open(name, attributes, end: "/>")
  }

  mutating func add(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text content: String) {
    open(name, attributes, end: ">")
    text += Self.escaped(content) + "</\(name)>\n"
  }

  mutating func add(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], content: (inout Markup) -> Void
  ) {
    open(name, attributes, end: ">\n")
    content(&self)
    text += "</\(name)>\n"
  }

  /// Text that is XML already.
  mutating func add(_ markup: Markup) { text += markup.text }

  /// A style sheet of gradus's own, which holds no sign that would have to be escaped.
  mutating func add(style sheet: String) { text += "<style>\n\(sheet)</style>\n" }

  private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>, end: String) {
    text += "<" + name
    for (key, value) in attributes where !value.isEmpty { text += " \(key)=\"\(Self.escaped(value))\"" }
    text += end == "/>" ? "/>\n" : end
  }

  /// The text between tags or quotation marks; characters that XML does not have become U+FFFD.
  static func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && !"&<>\"".utf8.contains($0) }
    if isPlain { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A length in pixels, to a tenth.
  static func number(_ number: Double) -> String {
    let tenths = Int((min(max(number, -1e6), 1e6) * 10).rounded())
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
  }
}
