/// A line of a copy that looks like an option of a quiz: its letter, and what stands in its box.
///
/// Students write with any program, so all of these are read: `- [x] b) grows`, `-[X] b)`, `- [ x ] **b)** grows`,
/// `- **b)** [✓] grows`, `- b) grows [x]`, `☑ b) grows`.
struct OptionLine: Equatable {
  enum Box: Equatable {
    case empty, ticked
    /// Something else stands in it, such as `-`.
    case unclear(String)
  }

  /// Nil where only a box was found.
  let letter: String?
  /// Nil where there is none.
  let box: Box?
  /// What is left without box, list mark and emphasis.
  let text: String

  /// Nil where the line is neither an option nor has a box at its beginning.
  init?(_ line: some StringProtocol) {
    var rest = Substring(line).drop { $0.isWhitespace || $0 == ">" }
    let isItem = Self.skipListMark(&rest)
    rest = rest.drop(while: Self.isEmphasis)
    var box = Self.takeBox(&rest)
    let hadBoxFirst = box != nil
    rest = rest.drop(while: Self.isDecoration)
    letter = Self.takeLetter(&rest, needsBracket: !hadBoxFirst)
    rest = rest.drop(while: Self.isDecoration)
    if box == nil, letter != nil { box = Self.takeBox(&rest) ?? Self.takeLastBox(&rest) }
    self.box = box
    text = String(rest.filter { !Self.isEmphasis($0) }).spelling
    guard letter != nil || (isItem && hadBoxFirst) else { return nil }
  }

  // MARK: Parts

  private static func isEmphasis(_ character: Character) -> Bool { "*_~".contains(character) }
  private static func isDecoration(_ character: Character) -> Bool {
    isEmphasis(character) || character.isWhitespace || character == "("
  }

  /// `-`, `*`, `+`, `•` or a number, which a blank or a box must follow.
  private static func skipListMark(_ rest: inout Substring) -> Bool {
    var behind = rest
    if let first = behind.first, "-*+•–—".contains(first) {
      behind = behind.dropFirst()
    } else {
      behind = behind.drop(while: \.isNumber)
      guard behind.startIndex > rest.startIndex, let end = behind.first, ".)".contains(end) else { return false }
      behind = behind.dropFirst()
    }
    guard behind.isEmpty || behind.first?.isWhitespace == true || boxes.contains(behind.first ?? " ") else {
      return false
    }
    rest = behind.drop(while: \.isWhitespace)
    return true
  }

  /// The letter with what stands behind it: a bracket, or behind a box a stop, a colon, a blank or nothing.
  private static func takeLetter(_ rest: inout Substring, needsBracket: Bool) -> String? {
    guard let letter = rest.first, letter.isASCII, letter.isLetter else { return nil }
    let behind = rest.dropFirst().drop(while: isEmphasis)
    switch behind.first {
    case ")"?: rest = behind.dropFirst()
    case "."?, ":"?: if needsBracket { return nil } else { rest = behind.dropFirst() }
    case let next?: if needsBracket || !next.isWhitespace { return nil } else { rest = behind }
    case nil: if needsBracket { return nil } else { rest = behind }
    }
    return letter.lowercased()
  }

  // MARK: Boxes

  private static let boxes: Set<Character> = ["[", "☐", "□", "▢", "☑", "☒", "✅", "✔", "✓", "🗹"]
  private static let empty: Set<Character> = ["☐", "□", "▢"]
  private static let ticks: Set<String> = [
    "x", "×", "✓", "✔", "✗", "✘", "✅", "☑", "v", "y", "yes", "ja", "*", "+", "o", "•", "●", "■", "1", "√", "✔️", "xx",
    "ok",
  ]
  /// More characters than this are no box.
  private static let widest = 5

  private static func takeBox(_ rest: inout Substring) -> Box? {
    guard let first = rest.first, boxes.contains(first) else { return nil }
    if first != "[" {
      rest = rest.dropFirst().drop(while: \.isWhitespace)
      return empty.contains(first) ? .empty : .ticked
    }
    guard let close = rest.prefix(widest + 2).firstIndex(of: "]") else { return nil }
    let content = rest[rest.index(after: rest.startIndex)..<close].filter { !$0.isWhitespace }.lowercased()
    let behind = rest[rest.index(after: close)...]
    // A link is no box.
    if behind.first == "(" || content.contains("[") { return nil }
    rest = behind.drop(while: \.isWhitespace)
    return content.isEmpty ? .empty : ticks.contains(content) ? .ticked : .unclear(content)
  }

  /// A box at the end of the line.
  private static func takeLastBox(_ rest: inout Substring) -> Box? {
    guard let open = rest.lastIndex(where: { boxes.contains($0) }) else { return nil }
    var tail = rest[open...]
    guard let box = takeBox(&tail), tail.allSatisfy({ $0.isWhitespace || isEmphasis($0) }) else { return nil }
    rest = rest[..<open]
    return box
  }
}

extension Quiz {
  /// Judges what stands before the quiz's mark in a copy, by what stands there in the lesson.
  func grade(_ lines: [String], in lesson: [String]) -> Grade {
    let known = Set(options.map { $0.letter.lowercased() })
    let options = lines.compactMap { OptionLine($0) }.compactMap { named($0) }
    guard options.contains(where: { $0.letter.map(known.contains) == true }) else { return Grade(.missing) }
    for option in options {
      switch option.box {
      case .unclear(let text)? where text != option.letter:
        return Grade(.unclear, "'\(text)' stands in the box of \(option.letter.map { $0 + ")" } ?? "an option")")
      case .ticked? where option.letter.map(known.contains) != true:
        return Grade(.unclear, "a box is ticked that is no option's")
      default: continue
      }
    }
    let ticked = Set(options.filter { $0.box != nil && $0.box != .empty }.compactMap(\.letter))
    if !ticked.isEmpty {
      let chosen = self.options.map(\.letter).filter { ticked.contains($0.lowercased()) }
      return Grade(judgement(of: chosen)).answered(chosen.joined(separator: ", "))
    }
    return isChanged(lines, from: lesson)
      ? Grade(.unclear, "no box is ticked, but something is written there") : Grade(.blank)
  }

  /// An option whose letter was lost is known by its words.
  private func named(_ line: OptionLine) -> OptionLine? {
    if line.letter != nil { return line }
    let option = options.first { $0.text.spelling == line.text }
    return OptionLine(letter: option?.letter.lowercased(), box: line.box, text: line.text)
  }

  /// Whether something stands between the first option and the mark that the lesson does not say.
  private func isChanged(_ lines: [String], from lesson: [String]) -> Bool {
    let original = Set(lesson.map(Self.bare))
    let answered = lines.drop { OptionLine($0)?.letter == nil }
    return answered.map(Self.bare).contains { !$0.isEmpty && !original.contains($0) }
  }

  /// A line without its list mark, its box and its blanks.
  private static func bare(_ line: String) -> String {
    var text = line.spelling
    for mark in ["- ", "* ", "+ "] where text.hasPrefix(mark) { text = String(text.dropFirst(2)) }
    if text.hasPrefix("[ ]") { text = String(text.dropFirst(3)) }
    return text.spelling
  }
}

extension OptionLine {
  fileprivate init(letter: String?, box: Box?, text: String) {
    self.letter = letter
    self.box = box
    self.text = text
  }
}
