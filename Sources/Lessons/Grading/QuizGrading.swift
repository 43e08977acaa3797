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
      return Grade(judgement(of: self.options.map(\.letter).filter { ticked.contains($0.lowercased()) }))
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
