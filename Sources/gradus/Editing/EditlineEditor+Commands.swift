import Vocabulary
import Workbench

extension EditlineEditor {
  func clearWindow() { screen.clearWindow() }

  /// Gives an arrow key to the advisor; false where it is meant for the text.
  private func give(_ arrow: Arrow) -> Bool {
    guard advisor?.takesArrows == true, text.scalars.isEmpty else { return false }
    screen.clear()
    outcome = .arrow(arrow)
    return true
  }

  func moveLeft() {
    if !give(.left) { edit { $0.cursor = $0.previousCharacter } }
  }

  /// Takes over what is offered, else moves the cursor.
  func moveRight(to place: (EditedText) -> Int) {
    if !give(.right), !takeOffer() { edit { $0.cursor = place($0) } }
  }

  // MARK: History

  func moveUp() {
    if give(.up) { return }
    var text = text
    if text.moveUp() { self.text = text } else { recallOlder() }
  }

  func moveDown() {
    if give(.down) { return }
    var text = text
    if text.moveDown() { self.text = text } else { recallNewer() }
  }

  func recallOlder() {
    if let entry = history.older(than: text) { text = entry }
  }

  func recallNewer() {
    if let entry = history.newer(than: text) { text = entry }
  }

  // MARK: Completion

  /// Puts in what all candidates share; lists them where they share no more than is typed.
  func complete() {
    guard !takeOffer(), let advisor else { return }
    var text = text
    let offset = text.beforeCursor.utf8.count
    let completions = advisor.completions(in: text.string, at: offset)
    let first = completions.candidates.first?.text ?? ""
    if first.isEmpty, completions.hint == nil { return }
    let bytes = Array(text.string.utf8)
    let typed = String(decoding: bytes[completions.range], as: UTF8.self)
    let shared = completions.candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1.text) }
    if completions.candidates.count == 1 || (shared != typed && shared.hasPrefix(typed)) {
      // The range may reach beyond the cursor, to the end of the word.
      text.cursor = String(decoding: bytes[..<completions.range.upperBound], as: UTF8.self).unicodeScalars.count
      text.delete(to: text.cursor - typed.unicodeScalars.count)
      text.insert(shared)
      self.text = text
    } else {
      screen.finish(frame(of: text))
      let list = CandidateList(completions, columns: Terminal.columns, rows: Terminal.rows)
      Terminal.write(list.text)
    }
  }

  // MARK: Paste

  /// Puts a pasted text in as one; runs it where it is a transcript and nothing has been typed yet.
  func paste() {
    guard let raw = keyboard.readPaste() else { return giveUp() }
    let pasted = PastedText(raw, columns: Terminal.columns) { scalar in
      Cell.cells(for: scalar, style: .plain).reduce(0) { $0 + $1.width }
    }
    let isFresh = text.string.allSatisfy(\.isWhitespace)
    guard pasted.isTranscript, isFresh else {
      edit { $0.insert(pasted.isTranscript ? pasted.commands.joined(separator: "\n") : pasted.text) }
      return
    }
    var commands = pasted.commands
    if let last = commands.last, advisor?.waiting(of: last) != nil {
      draft = EditedText(last)
      commands.removeLast()
    }
    screen.clear()
    outcome = .transcript(commands)
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
