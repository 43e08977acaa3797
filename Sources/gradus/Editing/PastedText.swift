import Vocabulary

/// A text from the clipboard: a transcript of a conversation, or anything else.
struct PastedText {
  /// Without control characters and without line ends after it.
  let text: String
  /// The commands behind its prompts; what was printed in between is left out.
  private(set) var commands: [String] = []

  var isTranscript: Bool { !commands.isEmpty }

  private static let prompts = ["> ", ">>> ", "gradus> "]
  private static let continuations = ["| ", "... "]

  init(_ pasted: String) {
    let clean = pasted.unicodeScalars.reduce(into: String.UnicodeScalarView()) { result, scalar in
      switch scalar {
      case "\t": result += [" ", " "]
      case "\r": result.append("\n")
      case "\n": if result.last != "\n" || !pasted.unicodeScalars.contains("\r") { result.append(scalar) }
      default: if scalar.properties.generalCategory != .control { result.append(scalar) }
      }
    }
    var text = String(clean)
    while text.last?.isNewline ?? false { text.removeLast() }
    self.text = text
    var isCommand = false
    for line in text.lines {
      let line = line.drop { $0 == " " }
      if let prompt = Self.prompts.first(where: line.hasPrefix) {
        commands.append(String(line.dropFirst(prompt.count)))
        isCommand = true
      } else if isCommand, let prompt = Self.continuations.first(where: line.hasPrefix), let last = commands.popLast() {
        commands.append(last + "\n" + line.dropFirst(prompt.count))
      } else {
        isCommand = false
      }
    }
    commands.removeAll { $0.allSatisfy(\.isWhitespace) }
  }
}
