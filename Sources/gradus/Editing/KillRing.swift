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
