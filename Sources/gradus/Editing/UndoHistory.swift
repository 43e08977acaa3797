/// The states of a text, so that changes can be taken back and made again: word by word while it is typed, each other
/// change by itself.
struct UndoHistory {
  private static let most = 10_000

  private var earlier: [EditedText] = []
  private var later: [EditedText] = []
  private var current = EditedText()
  /// Whether the last change added a character to a word, which one more makes longer.
  private var isInWord = false

  /// Takes in what the text is now; nothing where it has not changed.
  mutating func note(_ text: EditedText) {
    guard text.scalars != current.scalars else {
      // A word that is typed elsewhere is another one.
      if text.cursor != current.cursor { isInWord = false }
      current.cursor = text.cursor
      return
    }
    let typed = Self.typed(from: current, to: text)
    let goesOn = isInWord && typed != nil && typed?.properties.isWhitespace == false
    if !goesOn {
      earlier.append(current)
      if earlier.count > Self.most { earlier.removeFirst() }
    }
    isInWord = typed != nil
    later = []
    current = text
  }

  /// The text before the last change; nil where there is none.
  mutating func undo() -> EditedText? {
    guard let state = earlier.popLast() else { return nil }
    later.append(current)
    return show(state)
  }

  /// The text before a change was taken back.
  mutating func redo() -> EditedText? {
    guard let state = later.popLast() else { return nil }
    earlier.append(current)
    return show(state)
  }

  /// The text as it was before all changes.
  mutating func undoAll() -> EditedText? {
    guard let first = earlier.first else { return nil }
    later = [current]
    earlier = []
    return show(first)
  }

  private mutating func show(_ state: EditedText) -> EditedText {
    current = state
    isInWord = false
    return state
  }

  /// The one character that was put in before the cursor; nil where that is not the change.
  private static func typed(from old: EditedText, to new: EditedText) -> Unicode.Scalar? {
    guard new.scalars.count == old.scalars.count + 1, new.cursor == old.cursor + 1,
      new.scalars[..<old.cursor] == old.scalars[..<old.cursor],
      new.scalars[new.cursor...] == old.scalars[old.cursor...]
    else { return nil }
    return new.scalars[old.cursor]
  }
}
