import CLibEdit

/// What keys do beyond libedit's own commands.
enum KeyBindings {
  typealias Command = @convention(c) (OpaquePointer?, Int32) -> UInt8

  /// libedit's names of the commands that are added to its own.
  static let commands: [(name: String, command: Command)] = [
    ("gradus-enter", { editor, _ in perform(editor) { $0.enter() } }),
    ("gradus-newline", { editor, _ in perform(editor) { $0.edit { $0.insert("\n") } } }),
    ("gradus-paste", { editor, _ in perform(editor) { $0.paste() } }),
    ("gradus-complete", { editor, _ in perform(editor) { $0.complete() } }),
    ("gradus-search", { editor, _ in perform(editor) { $0.searchHistory() } }),
    ("gradus-up", { editor, _ in perform(editor) { $0.moveUp() } }),
    ("gradus-down", { editor, _ in perform(editor) { $0.moveDown() } }),
    ("gradus-older", { editor, _ in perform(editor) { $0.recallOlder() } }),
    ("gradus-newer", { editor, _ in perform(editor) { $0.recallNewer() } }),
    ("gradus-left", { editor, _ in perform(editor) { $0.moveLeft() } }),
    ("gradus-right", { editor, _ in perform(editor) { $0.moveRight(to: \.nextCharacter) } }),
    ("gradus-word-left", { editor, _ in perform(editor) { $0.edit { $0.cursor = $0.previousWord } } }),
    ("gradus-word-right", { editor, _ in perform(editor) { $0.edit { $0.cursor = $0.nextWord } } }),
    ("gradus-line-start", { editor, _ in perform(editor) { $0.edit { $0.cursor = $0.lineStart } } }),
    ("gradus-line-end", { editor, _ in perform(editor) { $0.moveRight(to: \.lineEnd) } }),
    ("gradus-delete-left", { editor, _ in perform(editor) { $0.edit { $0.delete(to: $0.previousCharacter) } } }),
    ("gradus-delete-right", { editor, _ in perform(editor) { $0.edit { $0.delete(to: $0.nextCharacter) } } }),
    ("gradus-kill-word-left", { editor, _ in perform(editor) { $0.kill(to: \.previousWord) } }),
    ("gradus-kill-word-right", { editor, _ in perform(editor) { $0.kill(to: \.nextWord) } }),
    ("gradus-kill-line-start", { editor, _ in perform(editor) { $0.kill(to: \.lineStart) } }),
    ("gradus-kill-line-end", { editor, _ in perform(editor) { $0.killToLineEnd() } }),
    ("gradus-yank", { editor, _ in perform(editor) { $0.yank() } }),
    ("gradus-yank-older", { editor, _ in perform(editor) { $0.yankOlder() } }),
    ("gradus-undo", { editor, _ in perform(editor) { $0.undo() } }),
    ("gradus-redo", { editor, _ in perform(editor) { $0.redo() } }),
    ("gradus-undo-all", { editor, _ in perform(editor) { $0.undoAll() } }),
    ("gradus-end", { editor, _ in perform(editor) { $0.end() } }),
    ("gradus-clear", { editor, _ in perform(editor) { $0.clearWindow() } }),
  ]

  /// Keys, in libedit's spelling, and what each does.
  static let keys: [(key: String, command: String)] = [
    ("^M", "gradus-enter"), ("^J", "gradus-enter"), ("\\e^M", "gradus-newline"), ("\\e^J", "gradus-newline"),
    ("\\e[13;2u", "gradus-newline"), ("\\e[27;2;13~", "gradus-newline"),
    ("\\e[200~", "gradus-paste"), ("^I", "gradus-complete"), ("^R", "gradus-search"),
    ("\\e[A", "gradus-up"), ("\\e[B", "gradus-down"), ("^P", "gradus-up"), ("^N", "gradus-down"),
    ("\\e[5~", "gradus-older"), ("\\e[6~", "gradus-newer"), ("\\ep", "gradus-older"), ("\\en", "gradus-newer"),
    ("\\e[D", "gradus-left"), ("\\e[C", "gradus-right"), ("^B", "gradus-left"), ("^F", "gradus-right"),
    ("\\e[1;5D", "gradus-word-left"), ("\\e[1;5C", "gradus-word-right"), ("\\eb", "gradus-word-left"),
    ("\\ef", "gradus-word-right"), ("\\e[H", "gradus-line-start"), ("\\e[F", "gradus-line-end"),
    ("^A", "gradus-line-start"), ("^E", "gradus-line-end"), ("^?", "gradus-delete-left"), ("^H", "gradus-delete-left"),
    ("\\e[3~", "gradus-delete-right"), ("^W", "gradus-kill-word-left"), ("\\e^?", "gradus-kill-word-left"),
    ("\\ed", "gradus-kill-word-right"), ("^U", "gradus-kill-line-start"), ("^K", "gradus-kill-line-end"),
    ("^Y", "gradus-yank"), ("\\ey", "gradus-yank-older"), ("^_", "gradus-undo"), ("\\e/", "gradus-redo"),
    ("\\er", "gradus-undo-all"), ("^L", "gradus-clear"), ("^D", "gradus-end"),
  ]

  /// The control characters among them; all others do nothing.
  static let controls: Set<Unicode.Scalar> = Set(keys.compactMap { control(spelled: $0.key) })

  /// What may follow Esc, or be typed with Alt held down; anything else does nothing.
  static let afterEscape: Set<Unicode.Scalar> = Set(
    keys.map(\.key).filter { $0.hasPrefix("\\e") && !$0.hasPrefix("\\e[") }.compactMap { key in
      let rest = String(key.dropFirst(2))
      return control(spelled: rest) ?? (rest.unicodeScalars.count == 1 ? rest.unicodeScalars.first : nil)
    })

  /// `^A` is U+1, `^?` is U+7F.
  private static func control(spelled key: String) -> Unicode.Scalar? {
    let scalars = Array(key.unicodeScalars)
    guard scalars.count == 2, scalars[0] == "^" else { return nil }
    return Unicode.Scalar(scalars[1].value ^ 0x40)
  }

  /// The keys that send several characters, as they send them; all others of the kind do nothing.
  static let sequences: Set<String> = Set(
    keys.map(\.key).filter { $0.hasPrefix("\\e[") }.map { "\u{1B}" + $0.dropFirst(2) })

  private static func perform(_ editor: OpaquePointer?, _ command: (EditlineEditor) -> Void) -> UInt8 {
    guard let editor, let context = editline_context(editor) else { return UInt8(CC_ERROR) }
    let owner = Unmanaged<EditlineEditor>.fromOpaque(context).takeUnretainedValue()
    command(owner)
    // libedit ends the line; what it was is kept apart, since an empty line would look like the end of the input.
    return owner.isDone ? UInt8(CC_EOF) : UInt8(CC_REFRESH)
  }
}
