/// A manual page in the making, in mdoc(7), which mandoc and groff read alike.
struct Mdoc {
  private(set) var text = ""

  /// No line of the source is longer, so that it can be read as it is.
  private static let width = 78

  /// A line that is a macro with what it is given, as mdoc has it.
  mutating func macro(_ markup: String) { text += "." + markup + "\n" }

  /// Prose, each sentence on a line of its own, as renderers need it to space sentences.
  mutating func prose(_ paragraph: String) {
    for sentence in Self.sentences(of: paragraph) {
      var line = ""
      for word in sentence.split(whereSeparator: \.isWhitespace).map({ Self.escaped(String($0)) }) {
        if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > Self.width {
          add(line)
          line = ""
        }
        line += line.isEmpty ? word : " " + word
      }
      add(line)
    }
  }

  /// Lines that stay as they are.
  mutating func literal(_ lines: String) {
    macro("Bd -literal -offset indent")
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      add(Self.escaped(String(line)))
    }
    macro("Ed")
  }

  private mutating func add(_ line: String) {
    guard let first = line.first else { return }
    text += (first == "." || first == "'" ? "\\&" : "") + line + "\n"
  }

  // MARK: Words

  /// Signs as they are typed, in ASCII.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "'": result += "\\(aq"
      case "\"": result += "\\(dq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "-": result += "\\-"
      case "\u{20}"..."\u{7E}": result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    return result
  }

  private static func sentences(of paragraph: String) -> [Substring] {
    var sentences: [Substring] = []
    var start = paragraph.startIndex
    var isEnd = false
    for index in paragraph.indices {
      if paragraph[index].isWhitespace {
        let next = paragraph[index...].first { !$0.isWhitespace }
        if isEnd, next?.isUppercase == true || next == "'" {
          sentences.append(paragraph[start..<index])
          start = paragraph.index(after: index)
        }
        isEnd = false
      } else {
        isEnd = ".!?".contains(paragraph[index]) || isEnd && "')\"".contains(paragraph[index])
      }
    }
    return sentences + [paragraph[start...]]
  }
}
