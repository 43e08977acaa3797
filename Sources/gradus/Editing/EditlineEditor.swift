import CLibEdit
import Vocabulary
import Workbench

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Line editing by libedit, through its wide-character calls.
final class EditlineEditor: LineEditor {
  private let editor: OpaquePointer
  private let history: OpaquePointer
  private var completer: (String, Int) -> Completions = { _, _ in Completions(range: 0..<0, candidates: []) }

  /// Nil where the terminal does not allow it.
  init?() {
    guard let editor = editline_start("gradus"), let history = history_winit() else { return nil }
    self.editor = editor
    self.history = history
    editline_use_emacs_keys(editor)
    editline_handle_signals(editor)
    editline_set_history_size(history, CInt(HistoryFile.longest))
    editline_use_history(editor, history)
    editline_set_context(editor, Unmanaged.passUnretained(self).toOpaque())
    bindKeys()
  }

  deinit {
    history_wend(history)
    el_end(editor)
  }

  func read(continues: Bool) -> Input {
    editline_set_prompt(editor, continues ? 1 : 0)
    while true {
      var count: Int32 = 0
      errno = 0
      if let text = el_wgets(editor, &count), count > 0 {
        let scalars = UnsafeBufferPointer(start: text, count: Int(count)).prefix { $0 != 0 && $0 != 10 && $0 != 13 }
        return .line(String(String.UnicodeScalarView(scalars.compactMap { Unicode.Scalar(UInt32(bitPattern: $0)) })))
      }
      if InterruptKey.interruption.isRequested { return .interrupted }
      if count == -1, errno == EINTR { continue }
      return .end
    }
  }

  func remember(_ entry: String) {
    withWide(entry.replacingNewlines()) { editline_add_history(history, $0) }
  }

  func setCompleter(_ completer: @escaping (String, Int) -> Completions) { self.completer = completer }

  // MARK: Keys

  private func bindKeys() {
    withWide("gradus-complete") { name in
      editline_add_command(editor, name) { editor, _ in
        guard let editor, let context = editline_context(editor) else { return UInt8(CC_ERROR) }
        return Unmanaged<EditlineEditor>.fromOpaque(context).takeUnretainedValue().complete()
      }
    }
    let keys = [
      "^I": "gradus-complete", "^R": "em-inc-search-prev", "^W": "ed-delete-prev-word",
      "\\e[H": "ed-move-to-beg", "\\eOH": "ed-move-to-beg", "\\e[1~": "ed-move-to-beg", "\\e[7~": "ed-move-to-beg",
      "\\e[F": "ed-move-to-end", "\\eOF": "ed-move-to-end", "\\e[4~": "ed-move-to-end", "\\e[8~": "ed-move-to-end",
      "\\e[3~": "ed-delete-next-char", "\\e[1;5C": "em-next-word", "\\e[1;5D": "ed-prev-word",
      "\\e[5C": "em-next-word", "\\e[5D": "ed-prev-word", "\\eOc": "em-next-word", "\\eOd": "ed-prev-word",
    ]
    for (key, command) in keys.sorted(by: { $0.key < $1.key }) {
      withWide(key) { key in withWide(command) { editline_bind(editor, key, $0) } }
    }
  }

  /// Inserts what all candidates share; lists them where they share no more than is typed.
  private func complete() -> UInt8 {
    guard let info = el_wline(editor)?.pointee, let start = info.buffer, let cursor = info.cursor,
      let end = info.lastchar
    else { return UInt8(CC_ERROR) }
    let before = text(start, cursor - start)
    let completions = completer(before + text(cursor, end - cursor), before.utf8.count)
    let typed = String(decoding: Array(before.utf8)[completions.range], as: UTF8.self)
    guard let first = completions.candidates.first else { return UInt8(CC_REFRESH_BEEP) }
    let shared = completions.candidates.dropFirst().reduce(first.text) { $0.commonPrefix(with: $1.text) }
    let rest = String(shared.dropFirst(typed.count))
    let isOnly = completions.candidates.count == 1
    if !rest.isEmpty {
      withWide(rest) { _ = el_winsertstr(editor, $0) }
      return UInt8(CC_REFRESH)
    }
    if isOnly { return UInt8(CC_REFRESH_BEEP) }
    Terminal.write("\n" + CandidateList(completions.candidates, columns: Terminal.columns).text)
    return UInt8(CC_REDISPLAY)
  }

  private func text(_ start: UnsafePointer<wchar_t>, _ count: Int) -> String {
    let scalars = UnsafeBufferPointer(start: start, count: count).compactMap { Unicode.Scalar(UInt32(bitPattern: $0)) }
    return String(String.UnicodeScalarView(scalars))
  }

  private func withWide(_ text: String, _ body: (UnsafePointer<wchar_t>) -> Void) {
    let wide = text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
    wide.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress { body(start) }
    }
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }

  fileprivate func replacingNewlines() -> String {
    lines.joined(separator: " ")
  }
}
