import CLibEdit
import Platform
import Vocabulary
import Workbench

/// Line editing by libedit.
///
/// libedit keeps the text, the keys and the state of the terminal. The screen is drawn here, whenever libedit asks for a key:
/// its own display knows neither blocks of several lines with prompts of their own, nor colours, nor combining marks. What it
/// would draw goes nowhere.
final class EditlineEditor: LineEditor {
  private let editor: OpaquePointer
  private let nowhere: UnsafeMutablePointer<FILE>
  private(set) var keyboard = Keyboard(willStop: {})
  private(set) var advisor: (any EditingAdvisor)?
  private let highlighter: Highlighter
  var screen: Screen
  var history = History()
  /// The last pattern that was searched for.
  var lastPattern = ""
  /// Set once the reading is over.
  var outcome: Input?
  /// What the next reading starts with.
  var draft: EditedText?
  /// What Enter on an empty line stands for.
  private(set) var offer: EditedText?
  /// What an unfinished text waits for, shown behind the cursor until something is typed.
  var note: String?
  private var prompt = "> "
  /// Characters that libedit gets before those of the keyboard.
  var queue: [Unicode.Scalar] = []
  private var kills = KillRing()
  private var changes = UndoHistory()
  /// What a key did, as far as that matters to the next one.
  enum Action {
    case kill, yank, other
  }
  /// What the last key did; a command sets what it does itself.
  private(set) var lastAction = Action.other
  var action = Action.other
  private let mode = TerminalMode()
  /// Whether a q has ended a text longer than the window since the last reading.
  private var hasLeftPager = false

  var isDone: Bool { outcome != nil }

  /// Nil where the terminal does not allow it.
  init?(usesColor: Bool) {
    // A bare root folder has no /dev; a stream to a byte of memory is soon full, which nobody minds.
    guard let nowhere = fopen("/dev/null", "w") ?? fmemopen(nil, 1, "w") else { return nil }
    guard let editor = editline_start("gradus", nowhere) else {
      fclose(nowhere)
      return nil
    }
    self.editor = editor
    self.nowhere = nowhere
    screen = Screen(usesColor: usesColor)
    highlighter = Highlighter(isEnabled: usesColor)
    keyboard = Keyboard { [unowned self] in
      if advisor != nil { screen.finish(frame(of: text)) }
      giveTerminalBack()
    }
    editline_set_output(editor, nowhere)
    editline_use_emacs_keys(editor)
    editline_take_all_keys(editor)
    editline_set_context(editor, Unmanaged.passUnretained(self).toOpaque())
    editline_set_reader(editor) { editor, character in
      guard let editor, let character, let context = editline_context(editor) else { return -1 }
      return Unmanaged<EditlineEditor>.fromOpaque(context).takeUnretainedValue().nextCharacter(character)
    }
    bindKeys()
  }

  deinit {
    el_end(editor)
    fclose(nowhere)
  }

  func read(advisor: any EditingAdvisor, prompt: String, offer: String?) -> Input {
    self.advisor = advisor
    self.prompt = prompt
    self.offer = offer.map { EditedText($0) }
    outcome = nil
    queue = []
    changes = UndoHistory()
    lastAction = .other
    action = .other
    history.rewind()
    screen.forget()
    Signals.forget()
    keyboard.watchSignals()
    mode.restore()
    Terminal.write(Self.pasteOn)
    var count: Int32 = 0
    _ = el_wgets(editor, &count)
    Terminal.write(Self.pasteOff)
    keyboard.unwatchSignals()
    self.advisor = nil
    self.prompt = "> "
    self.offer = nil
    // A pager has taken the q.
    if hasLeftPager, case .text("uit")? = outcome { outcome = .text("quit") }
    hasLeftPager = false
    return outcome ?? .end
  }

  func show(_ command: String) { screen.finish(frame(of: EditedText(command))) }

  func remember(_ entry: String) { history.add(entry) }

  func page(_ text: String) -> Bool {
    // Who has typed on already does not want to leaf.
    guard let pager = Pager(text, columns: Terminal.columns, rows: Terminal.rows), !keyboard.hasInput else {
      Terminal.write(text)
      return true
    }
    let isPartOfWork = mode.hidesTyping
    mode.restore()
    takeTerminal()
    Signals.forget()
    keyboard.watchSignals()
    let ending = pager.run {
      let key = keyboard.read()
      if key == .resumed { takeTerminal() }
      return key
    }
    keyboard.unwatchSignals()
    giveTerminalBack()
    if isPartOfWork { mode.hideTyping() }
    if case .key(let key) = ending { keyboard.putBack(key) }
    hasLeftPager = ending == .left
    return ending != .interrupted
  }

  /// What is typed while the body runs is neither shown nor lost. Work may be part of other work.
  func work<Output>(_ body: () -> Output) -> Output {
    let isPart = mode.hidesTyping
    mode.hideTyping()
    defer { if !isPart { mode.restore() } }
    return body()
  }

  // MARK: The terminal

  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"

  private func takeTerminal() {
    // libedit believes that it still has it after the program was stopped.
    editline_prepare(editor, 0)
    editline_prepare(editor, 1)
  }

  private func giveTerminalBack() {
    Terminal.write(Self.pasteOff)
    editline_prepare(editor, 0)
  }

  // MARK: Keys

  private func bindKeys() {
    for (name, command) in KeyBindings.commands {
      name.withWideCharacters { editline_add_command(editor, $0, command) }
    }
    for (key, command) in KeyBindings.keys {
      key.withWideCharacters { key in command.withWideCharacters { editline_bind(editor, key, $0) } }
    }
  }

  /// Gives libedit the next character; 0 at the end, -1 where the text is given up.
  private func nextCharacter(_ character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    if let draft {
      text = draft
      self.draft = nil
    }
    while queue.isEmpty {
      changes.note(text)
      (lastAction, action) = (action, .other)
      switch readKey({ screen.draw(isOffering ? offeringFrame : frame(of: text)) }) {
      case .character("\0"): queue = ["\t"]
      case .character("\u{1B}"):
        // libedit knows many more pairs of Esc and a key than are wanted here.
        switch keyboard.read() {
        case .character(let scalar): if KeyBindings.afterEscape.contains(scalar) { queue = ["\u{1B}", scalar] }
        case let key: keyboard.putBack(key)
        }
      case .character(let scalar) where scalar.properties.generalCategory == .control:
        if KeyBindings.controls.contains(scalar) { queue = [scalar] }
      // Put in here, since in some locales libedit takes letters for keys.
      case .character(let scalar): String(Character(scalar)).withWideCharacters { _ = el_winsertstr(editor, $0) }
      case .sequence(let sequence):
        if KeyBindings.sequences.contains(sequence) { queue = Array(sequence.unicodeScalars) }
      case .interrupt:
        giveUp()
        return -1
      case .resized, .resumed: break
      case .end: return 0
      }
    }
    character.pointee = wchar_t(bitPattern: queue.removeFirst().value)
    return 1
  }

  /// Waits for a key, with everything drawn while it waits.
  func readKey(_ draw: () -> Void) -> Key {
    while true {
      if !keyboard.hasInput { draw() }
      switch keyboard.read() {
      case .resized: continue
      case .resumed:
        takeTerminal()
        Terminal.write(Self.pasteOn)
        screen.forget()
      case let key: return key
      }
    }
  }

  // MARK: The end of a reading

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

  // MARK: The text

  /// The text as libedit has it.
  var text: EditedText {
    get {
      guard let line = el_wline(editor)?.pointee, let start = line.buffer, let cursor = line.cursor,
        let end = line.lastchar
      else { return EditedText() }
      let scalars = UnsafeBufferPointer(start: start, count: end - start).map {
        Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}"
      }
      return EditedText(scalars: scalars, cursor: cursor - start)
    }
    set {
      let old = text
      if old.scalars != newValue.scalars {
        let count = Int32(clamping: old.scalars.count)
        editline_move(editor, count)
        el_deletestr(editor, count)
        newValue.string.withWideCharacters { _ = el_winsertstr(editor, $0) }
      }
      editline_move(editor, -Int32(clamping: newValue.scalars.count))
      editline_move(editor, Int32(clamping: newValue.cursor))
    }
  }

  func edit(_ change: (inout EditedText) -> Void) {
    var text = text
    change(&text)
    self.text = text
  }

  func kill(to place: (EditedText) -> Int) {
    edit { text in
      let end = place(text)
      let isBefore = end < text.cursor
      let deleted = text.delete(to: end)
      guard !deleted.isEmpty else { return }
      kills.add(deleted, isFurther: lastAction == .kill, isBefore: isBefore)
      action = .kill
    }
  }

  /// At the end of a line its line end goes.
  func killToLineEnd() {
    kill { $0.lineEnd == $0.cursor ? $0.nextCharacter : $0.lineEnd }
  }

  func yank() {
    guard let newest = kills.newest() else { return }
    edit { $0.insert(newest) }
    action = .yank
  }

  /// Puts an older piece in the place of the one that was just put in.
  func yankOlder() {
    guard lastAction == .yank, let (last, next) = kills.older() else { return }
    edit {
      $0.delete(to: $0.cursor - last.unicodeScalars.count)
      $0.insert(next)
    }
    action = .yank
  }

  func undo() { if let state = changes.undo() { text = state } }
  func redo() { if let state = changes.redo() { text = state } }
  func undoAll() { if let state = changes.undoAll() { text = state } }

  func frame(of text: EditedText, prompt: String? = nil) -> Frame {
    let shown = isWaiting ? Array((note ?? "").unicodeScalars) : []
    return Frame(
      text.scalars + shown,
      styles: highlighter.styles(for: text.scalars) + [Style](repeating: .faint, count: shown.count),
      cursor: text.cursor, columns: Terminal.columns, prompt: prompt ?? self.prompt)
  }

  /// Whether nothing has been typed yet in the first row that an unfinished text was given.
  private var isWaiting: Bool {
    text.cursor == text.scalars.count && text.scalars.last == "\n" && text.scalars.count { $0 == "\n" } == 1
  }

  // MARK: The offer

  /// Whether nothing is typed and something is offered.
  var isOffering: Bool { offer != nil && text.scalars.isEmpty }

  /// What is offered, behind the cursor.
  private var offeringFrame: Frame {
    let scalars = offer?.scalars ?? []
    return Frame(
      scalars, styles: [Style](repeating: .faint, count: scalars.count), cursor: 0, columns: Terminal.columns,
      prompt: prompt)
  }

  /// Makes what is offered the text, to be changed; false where something is typed already.
  func takeOffer() -> Bool {
    guard isOffering, let offer else { return false }
    text = offer
    return true
  }
}

extension String {
  /// The text as C's wide characters, a zero after them.
  fileprivate func withWideCharacters(_ body: (UnsafePointer<wchar_t>) -> Void) {
    let wide = unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
    wide.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress { body(start) }
    }
  }
}
