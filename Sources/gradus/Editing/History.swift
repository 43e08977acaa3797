/// What was typed before, and where among it the arrow keys stand.
struct History {
  private(set) var entries: [String] = []
  private var known: Set<String> = []
  /// The entry that is shown; their number while the draft is.
  private var position = 0
  private var draft = EditedText()
  private var shown: EditedText?
  private var prefix = ""

  /// Adds an entry; an earlier one that is equal goes.
  mutating func add(_ entry: String) {
    if !known.insert(entry).inserted { entries.removeAll { $0 == entry } }
    entries.append(entry)
    if entries.count > HistoryFile.longest { known.remove(entries.removeFirst()) }
  }

  /// A new text is typed from here on.
  mutating func rewind() {
    position = entries.count
    draft = EditedText()
    shown = nil
  }

  /// The entry before that begins as the text before the cursor does; nil where there is none.
  mutating func older(than text: EditedText) -> EditedText? {
    if shown?.scalars != text.scalars {
      position = entries.count
      draft = text
      prefix = text.beforeCursor
    }
    guard let index = entries[..<position].lastIndex(where: { $0.hasPrefix(prefix) && $0 != text.string }) else {
      return nil
    }
    return show(index)
  }

  /// The entry after that begins likewise, at last the draft, just as it was.
  mutating func newer(than text: EditedText) -> EditedText? {
    guard let shown, shown.scalars == text.scalars, position < entries.count else { return nil }
    let later = entries[(position + 1)...].firstIndex { $0.hasPrefix(prefix) && $0 != text.string }
    if let later { return show(later) }
    position = entries.count
    self.shown = nil
    return draft
  }

  private mutating func show(_ index: Int) -> EditedText {
    position = index
    let text = EditedText(entries[index])
    shown = text
    return text
  }
}
