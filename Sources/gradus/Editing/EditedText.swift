/// The text that is being typed and the place of the cursor in it.
///
/// It is kept in Unicode scalars, as libedit keeps it; moves and deletions go by whole characters all the same.
struct EditedText: Equatable {
  var scalars: [Unicode.Scalar] = []
  /// From 0, before the first, to their number.
  var cursor = 0

  init(_ text: String = "") {
    scalars = Array(text.unicodeScalars)
    cursor = scalars.count
  }

  init(scalars: [Unicode.Scalar], cursor: Int) {
    self.scalars = scalars
    self.cursor = cursor
  }

  var string: String { string(scalars[...]) }
  var beforeCursor: String { string(scalars[..<cursor]) }

  private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }

  mutating func insert(_ text: String) {
    let added = Array(text.unicodeScalars)
    scalars.insert(contentsOf: added, at: cursor)
    cursor += added.count
  }

  /// Takes out what stands between the cursor and another place.
  @discardableResult
  mutating func delete(to place: Int) -> String {
    let range = min(place, cursor)..<max(place, cursor)
    let deleted = string(scalars[range])
    scalars.removeSubrange(range)
    cursor = range.lowerBound
    return deleted
  }

  // MARK: Characters and words

  /// Where the character before the cursor begins.
  var previousCharacter: Int {
    cursor - (String(string(scalars[..<cursor]).suffix(1)).unicodeScalars.count)
  }

  /// Where the character after the cursor ends.
  var nextCharacter: Int {
    cursor + (String(string(scalars[cursor...]).prefix(1)).unicodeScalars.count)
  }

  /// Where the word before the cursor begins.
  var previousWord: Int {
    var place = cursor
    while place > 0, !Self.isWordPart(scalars[place - 1]) { place -= 1 }
    while place > 0, Self.isWordPart(scalars[place - 1]) { place -= 1 }
    return place
  }

  /// Where the word after the cursor ends.
  var nextWord: Int {
    var place = cursor
    while place < scalars.count, !Self.isWordPart(scalars[place]) { place += 1 }
    while place < scalars.count, Self.isWordPart(scalars[place]) { place += 1 }
    return place
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "." || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  // MARK: Lines

  var lineStart: Int { (scalars[..<cursor].lastIndex(of: "\n") ?? -1) + 1 }
  var lineEnd: Int { scalars[cursor...].firstIndex(of: "\n") ?? scalars.count }
  var isOnFirstLine: Bool { !scalars[..<cursor].contains("\n") }
  var isOnLastLine: Bool { !scalars[cursor...].contains("\n") }

  /// The same column of the line above; false on the first line.
  mutating func moveUp() -> Bool {
    guard !isOnFirstLine else { return false }
    let column = cursor - lineStart
    cursor = lineStart - 1
    cursor = min(lineStart + column, cursor)
    return true
  }

  /// The same column of the line below; false on the last line.
  mutating func moveDown() -> Bool {
    guard !isOnLastLine else { return false }
    let column = cursor - lineStart
    cursor = lineEnd + 1
    cursor = min(cursor + column, lineEnd)
    return true
  }
}

/// What was cut out, the newest first, to be put in again.
struct KillRing {
  private static let most = 60

  private var entries: [String] = []
  /// The entry that was put in last.
  private var shown = 0

  var isEmpty: Bool { entries.isEmpty }

  /// Adds what was cut out; what is cut out right after that becomes part of the same entry, on the side where it stood.
  mutating func add(_ text: String, isFurther: Bool, isBefore: Bool) {
    if isFurther, let last = entries.first {
      entries[0] = isBefore ? text + last : last + text
    } else {
      entries.insert(text, at: 0)
      if entries.count > Self.most { entries.removeLast() }
    }
  }

  /// The newest entry; nil where nothing was cut out yet.
  mutating func newest() -> String? {
    shown = 0
    return entries.first
  }

  /// The entry that was put in last, and the older one that takes its place; after the oldest comes the newest.
  mutating func older() -> (last: String, next: String)? {
    guard !entries.isEmpty else { return nil }
    let last = entries[shown]
    shown = (shown + 1) % entries.count
    return (last, entries[shown])
  }
}
