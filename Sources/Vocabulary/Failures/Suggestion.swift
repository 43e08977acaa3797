/// Finds the word that was probably meant.
public enum Suggestion {
  /// The nearest of some words, or nil where none is near.
  ///
  /// Near means at most one slip for every three letters, and at least one: a letter missing, added, replaced, or two
  /// neighbours exchanged. Near words begin alike or are made of the same letters; of words of up to three letters, among
  /// which nearly everything is near everything, only exchanged neighbours and a missing or added letter count. Of equally
  /// near words one of the same length is taken before others, then the first in the given order, so the answer never wavers.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars)
    guard wanted.count <= 64 else { return nil }
    var best: (word: String, distance: Int, isAsLong: Bool)?
    for candidate in candidates where candidate != word {
      let letters = Array(candidate.lowercased().unicodeScalars)
      guard letters.count <= 64 else { continue }
      let allowed = max(1, min(wanted.count, letters.count) / 3)
      guard abs(letters.count - wanted.count) <= allowed else { continue }
      let shorter = min(wanted.count, letters.count)
      let isExchanged = letters.count == wanted.count && wanted.sorted() == letters.sorted()
      if wanted.first != letters.first, !isExchanged { continue }
      if shorter <= 3, letters.count == wanted.count, !isExchanged { continue }
      let slips = distance(from: wanted, to: letters)
      guard slips <= allowed, slips < wanted.count else { continue }
      let isAsLong = letters.count == wanted.count
      let isNearer = best.map { slips < $0.distance || (slips == $0.distance && isAsLong && !$0.isAsLong) } ?? true
      if isNearer { best = (candidate, slips, isAsLong) }
    }
    return best?.word
  }

  /// `did you mean 'sample'?`, or nil where nothing is near.
  public static func hint(for word: String, among candidates: some Sequence<String>) -> String? {
    nearest(to: word, among: candidates).map { "did you mean '\($0)'?" }
  }

  /// The optimal string alignment distance: Levenshtein's with exchanged neighbours counted once.
  private static func distance(from a: [Unicode.Scalar], to b: [Unicode.Scalar]) -> Int {
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      for j in b.indices {
        var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforePrevious[j - 1] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[b.count]
  }
}
