import Vocabulary

/// A text from the clipboard: a transcript of a conversation, or anything else.
public struct PastedText {
  /// Without control characters and without line ends after it.
  public let text: String
  /// The commands behind its prompts; what was printed in between is left out.
  public private(set) var commands: [String] = []

  public var isTranscript: Bool { !commands.isEmpty }

  /// Prompts of gradus, Python, Octave and Julia. IPython's have numbers in them.
  private static let prompts = ["> ", ">>> ", ">> ", "gradus> ", "julia> "]
  private static let continuations = ["| ", "... "]
  /// What stands before the further lines of an input of Julia.
  private static let juliaIndent = "       "

  /// - Parameters:
  ///   - columns: the window's width. A row of a command that fills it goes on in the next one: that is how a terminal shows a
  ///     long line, and some copy it so.
  ///   - width: how many columns a character takes in that window.
  public init(
    _ pasted: String, columns: Int = .max, width columnsOf: (Unicode.Scalar) -> Int = { $0.columns }
  ) {
    var text = Self.clean(pasted)
    while text.last?.isNewline ?? false { text.removeLast() }
    var isCommand = false
    var isJulia = false
    var isBroken = false
    for row in text.lines {
      let line = row.drop { $0 == " " }
      let width = row.unicodeScalars.reduce(0) { $0 + columnsOf($1) }
      let prompt = Self.prompt(of: line)
      if let prompt {
        commands.append(String(line.dropFirst(prompt)))
        isCommand = true
        isJulia = line.hasPrefix("julia>")
      } else if isBroken, !(row.hasPrefix("| ") && Self.closesBars(commands.last ?? "")), let last = commands.popLast()
      {
        commands.append(last + row)
      } else if isCommand, let prompt = Self.continuation(of: line), let last = commands.popLast() {
        commands.append(last + "\n" + line.dropFirst(prompt))
      } else if isJulia, row.hasPrefix(Self.juliaIndent), let last = commands.popLast() {
        commands.append(last + "\n" + row.dropFirst(Self.juliaIndent.count))
      } else {
        isCommand = false
        isJulia = false
      }
      // The window leaves an empty row after a command that ends at its margin, so this cannot be the last one. A space at
      // the margin is lost by copying.
      isBroken = isCommand && (width == columns || width == columns - 1)
      if isBroken, width == columns - 1, let last = commands.popLast() { commands.append(last + " ") }
    }
    commands = commands.filter { !$0.allSatisfy(\.isWhitespace) }
    self.text = commands.isEmpty ? Self.withoutFence(text) : text
  }

  /// Whether a bar that follows opens a line and not the other side of a magnitude.
  private static func closesBars(_ command: String) -> Bool { command.count { $0 == "|" } % 2 == 0 }

  // MARK: Prompts

  /// The length of the prompt that a line begins with; nil where it begins with none.
  private static func prompt(of line: Substring) -> Int? {
    if let prompt = prompts.first(where: line.hasPrefix) { return prompt.count }
    return numbered(line, after: "In [", before: "]: ")
  }

  private static func continuation(of line: Substring) -> Int? {
    if let prompt = continuations.first(where: line.hasPrefix) { return prompt.count }
    return line.hasPrefix("...: ") ? "...: ".count : nil
  }

  private static func numbered(_ line: Substring, after start: String, before end: String) -> Int? {
    guard line.hasPrefix(start) else { return nil }
    let rest = line.dropFirst(start.count).drop { ("0"..."9").contains($0) }
    return rest.hasPrefix(end) ? line.count - rest.count + end.count : nil
  }

  /// A text without the line above it that opens a block of Markdown, and the one below that closes it.
  private static func withoutFence(_ text: String) -> String {
    var lines = text.lines[...]
    guard lines.count > 1, let first = lines.first, let fence = first.first, fence == "`" || fence == "~",
      first.hasPrefix(String(repeating: fence, count: 3))
    else { return text }
    lines = lines.dropFirst()
    if let last = lines.last, last.hasPrefix(String(repeating: fence, count: 3)) { lines = lines.dropLast() }
    return lines.joined(separator: "\n")
  }

  // MARK: Characters

  /// Without escape sequences and control characters; one line end after each line, a tab as two spaces.
  private static func clean(_ pasted: String) -> String {
    var result = String.UnicodeScalarView()
    var rest = Array(pasted.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": skipEscapeSequence(&rest)
      case "\t": result += [" ", " "]
      case "\r":
        if rest.first == "\n" { rest.removeFirst() }
        result.append("\n")
      case "\n": result.append("\n")
      default: if scalar.properties.generalCategory != .control { result.append(scalar) }
      }
    }
    return halved(String(result))
  }

  /// What follows an Esc: a sequence that sets a colour or moves the cursor, or a text for the terminal.
  private static func skipEscapeSequence(_ rest: inout ArraySlice<Unicode.Scalar>) {
    guard let kind = rest.popFirst() else { return }
    switch kind {
    case "[": while let scalar = rest.popFirst(), !(0x40...0x7E).contains(scalar.value) {}
    case "]", "P", "^", "_", "X":
      while let scalar = rest.popFirst(), scalar != "\u{07}" {
        if scalar == "\u{1B}" {
          _ = rest.popFirst()
          return
        }
      }
    default: break
    }
  }

  /// Where each line end is doubled, as a terminal makes it that sends CR and LF as two, every second one goes.
  private static func halved(_ text: String) -> String {
    var runs: [Int] = []
    var isInRun = false
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        if isInRun { runs[runs.count - 1] += 1 } else { runs.append(1) }
      }
      isInRun = scalar == "\n"
    }
    let inner = text.unicodeScalars.last == "\n" ? runs.dropLast() : runs[...]
    guard !inner.isEmpty, inner.allSatisfy({ $0.isMultiple(of: 2) }) else { return text }
    var result = String.UnicodeScalarView()
    var isSecond = false
    for scalar in text.unicodeScalars {
      isSecond = scalar == "\n" && !isSecond
      if scalar != "\n" || isSecond { result.append(scalar) }
    }
    return String(result)
  }
}
