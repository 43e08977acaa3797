import Vocabulary
import Workbench

extension EditlineEditor {
  /// Runs a complete text; an incomplete one gets another line, unless its last line is blank already.
  func enter() {
    _ = takeOffer()
    let text = text
    let string = text.string
    let lines = string.lines
    let insists = lines.count > 1 && text.cursor == text.scalars.count && lines.last?.allSatisfy(\.isWhitespace) ?? true
    if !insists, !string.allSatisfy(\.isWhitespace), let waiting = advisor?.waiting(of: string) {
      note = lines.count == 1 ? waiting : nil
      edit { $0.insert("\n") }
    } else {
      note = nil
      screen.finish(frame(of: text))
      outcome = .text(string)
    }
  }

  /// Ctrl-D: ends the input where nothing is typed, gives up a text that goes on in an empty line, else deletes a character.
  func end() {
    let text = text
    if text.scalars.isEmpty {
      outcome = .end
    } else if text.cursor == text.scalars.count, text.lineStart == text.cursor {
      giveUp(showing: "^D")
    } else {
      edit { $0.delete(to: $0.nextCharacter) }
    }
  }

  /// Ctrl-C.
  func giveUp(showing key: String = "^C") {
    note = nil
    var frame = frame(of: text)
    frame.add(Cell.cells(ascii: key, style: .plain))
    screen.finish(frame)
    outcome = .interrupted
  }

  func clearWindow() { screen.clearWindow() }

  /// Takes over what is offered, else moves the cursor.
  func moveRight(to place: (EditedText) -> Int) {
    if !takeOffer() { edit { $0.cursor = place($0) } }
  }

  // MARK: History

  func moveUp() {
    var text = text
    if text.moveUp() { self.text = text } else { recallOlder() }
  }

  func moveDown() {
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
    let pasted = PastedText(raw, columns: Terminal.columns)
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
