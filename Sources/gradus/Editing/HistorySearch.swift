/// The search through the history while a pattern is typed: literally, newest first.
struct HistorySearch {
  private(set) var pattern = ""
  /// The entry found, and where the pattern begins in it.
  private(set) var match: (entry: Int, offset: Int)?
  private let entries: [String]
  /// The states before each character, for Backspace.
  private var earlier: [(pattern: String, match: (entry: Int, offset: Int)?)] = []

  init(_ entries: [String]) { self.entries = entries }

  /// Whether there is a pattern, and nothing holds it.
  var hasFailed: Bool { !pattern.isEmpty && match == nil }

  /// The entry found, with the cursor where the pattern begins.
  var found: EditedText? {
    match.map { EditedText(scalars: Array(entries[$0.entry].unicodeScalars), cursor: $0.offset) }
  }

  /// A longer pattern; the entry found stays while it holds it.
  mutating func type(_ text: String) {
    earlier.append((pattern, match))
    let start = match?.entry ?? (hasFailed ? -1 : entries.count - 1)
    pattern += text
    match = first(in: stride(from: start, through: 0, by: -1))
  }

  /// The pattern as it was a character before.
  mutating func takeBack() {
    if let last = earlier.popLast() { (pattern, match) = last }
  }

  /// The next older entry that holds the pattern and is not the same.
  mutating func goOlder() { go(stride(from: (match?.entry ?? entries.count) - 1, through: 0, by: -1)) }

  /// The next newer one.
  mutating func goNewer() { go(stride(from: (match?.entry ?? entries.count) + 1, to: entries.count, by: 1)) }

  private mutating func go(_ candidates: StrideThrough<Int>) { if let next = first(in: candidates) { match = next } }
  private mutating func go(_ candidates: StrideTo<Int>) { if let next = first(in: candidates) { match = next } }

  private func first(in candidates: some Sequence<Int>) -> (entry: Int, offset: Int)? {
    for entry in candidates {
      if let offset = Self.offset(of: pattern, in: entries[entry]) { return (entry, offset) }
    }
    return nil
  }

  /// Where a text occurs last in another, in Unicode scalars.
  private static func offset(of pattern: String, in text: String) -> Int? {
    let (pattern, text) = (Array(pattern.unicodeScalars), Array(text.unicodeScalars))
    guard !pattern.isEmpty, pattern.count <= text.count else { return nil }
    return (0...text.count - pattern.count).last { text[$0..<$0 + pattern.count] == pattern[...] }
  }
}

extension EditlineEditor {
  /// Ctrl-R: every key changes the pattern until one ends the search.
  func searchHistory() {
    let original = text
    var search = HistorySearch(history.entries)
    while true {
      let key = readKey { screen.draw(frame(of: search, original: original)) }
      switch key {
      case .character("\u{12}"):
        if search.pattern.isEmpty, !lastPattern.isEmpty { search.type(lastPattern) } else { search.goOlder() }
      case .character("\u{13}"): search.goNewer()
      case .character("\u{08}"), .character("\u{7F}"): search.takeBack()
      case .character("\u{07}"), .interrupt:
        InterruptKey.interruption.clear()
        text = original
        return
      case .character(let scalar) where scalar.value >= 0x20:
        search.type(String(Character(scalar)))
      default:
        accept(search, original: original, then: key)
        return
      }
    }
  }

  /// The entry found becomes the text; the key that ended the search does what it always does, except for Esc.
  private func accept(_ search: HistorySearch, original: EditedText, then key: Key) {
    if !search.pattern.isEmpty { lastPattern = search.pattern }
    text = search.found ?? original
    switch key {
    case .character("\u{1B}"): break
    case .character(let scalar):
      if scalar == "\n" || scalar == "\r" { edit { $0.cursor = $0.scalars.count } }
      queue = [scalar]
    case .sequence(let sequence) where KeyBindings.sequences.contains(sequence):
      queue = Array(sequence.unicodeScalars)
    default: break
    }
  }

  private func frame(of search: HistorySearch, original: EditedText) -> Frame {
    frame(
      of: search.found ?? original,
      prompt: (search.hasFailed ? "not found '" : "search '") + search.pattern + "': ")
  }
}
