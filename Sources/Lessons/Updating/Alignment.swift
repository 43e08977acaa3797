/// How the lines that came are put in the place of those expected so that as few as possible change.
struct Alignment {
  /// A run of expected lines and the lines that came in its place.
  struct Replacement: Equatable {
    let expected: Range<Int>
    let actual: Range<Int>
  }

  /// In order; what is in none of them matches and stays.
  private(set) var replacements: [Replacement] = []
  /// Which expected line each line that came replaces, where one does.
  private(set) var partners: [Int: Int] = [:]

  /// Beyond so many pairs of lines all between the first and the last difference is replaced.
  private static let mostPairs = 1_000_000

  /// - Parameter unannounced: the line that came which no pattern may stand for.
  init(_ expected: [String], _ actual: [OutputLine], unannounced: Int? = nil) {
    let heads = zip(expected, actual.prefix(unannounced ?? actual.count))
    let head = heads.prefix { !Matcher.isAnyLines($0) && LineMatcher($0, $1).matches }.count
    let tails = zip(
      expected.dropFirst(head).reversed(), actual.dropFirst(max(head, unannounced.map { $0 + 1 } ?? 0)).reversed())
    let tail = tails.prefix { !Matcher.isAnyLines($0) && LineMatcher($0, $1).matches }.count
    let wanted = head..<expected.count - tail
    let came = head..<actual.count - tail
    if (wanted.count + 1) * (came.count + 1) <= Self.mostPairs {
      align(Array(expected[wanted]), Array(actual[came]), offset: head, unannounced: unannounced.map { $0 - head })
    } else {
      replacements = [Replacement(expected: wanted, actual: came)]
    }
  }

  /// What becomes of one line.
  private enum Step {
    case keep, absorb, skipPattern, replace, remove, insert
  }

  /// The cheapest way, found from the end: a line replaced costs less than one removed and one inserted.
  private mutating func align(_ expected: [String], _ actual: [OutputLine], offset: Int, unannounced: Int?) {
    let width = actual.count + 1
    var cost = [Int](repeating: 0, count: (expected.count + 1) * width)
    var steps = [Step](repeating: .keep, count: cost.count)
    for i in stride(from: expected.count, through: 0, by: -1) {
      for j in stride(from: actual.count, through: 0, by: -1) where i < expected.count || j < actual.count {
        var best = Int.max
        func consider(_ step: Step, _ price: Int, _ next: Int) {
          if price + cost[next] < best { (best, steps[i * width + j]) = (price + cost[next], step) }
        }
        let (hasWanted, hasCome) = (i < expected.count, j < actual.count)
        if hasWanted, Matcher.isAnyLines(expected[i]) {
          consider(.skipPattern, 0, (i + 1) * width + j)
          if hasCome, j != unannounced { consider(.absorb, 0, i * width + j + 1) }
        } else if hasWanted, hasCome {
          let fits = j != unannounced && LineMatcher(expected[i], actual[j]).matches
          consider(fits ? .keep : .replace, fits ? 0 : 2, (i + 1) * width + j + 1)
        }
        if hasWanted { consider(.remove, 3, (i + 1) * width + j) }
        if hasCome { consider(.insert, 3, i * width + j + 1) }
        cost[i * width + j] = best
      }
    }
    collect(steps, width, expected.count, actual.count, offset)
  }

  private mutating func collect(_ steps: [Step], _ width: Int, _ expectedCount: Int, _ actualCount: Int, _ offset: Int)
  {
    var (i, j) = (0, 0)
    var start: (i: Int, j: Int)?
    func close(_ replacements: inout [Replacement]) {
      guard let begun = start else { return }
      replacements.append(
        Replacement(expected: begun.i + offset..<i + offset, actual: begun.j + offset..<j + offset))
      start = nil
    }
    while i < expectedCount || j < actualCount {
      switch steps[i * width + j] {
      case .keep, .absorb, .skipPattern: close(&replacements)
      case .replace, .remove, .insert: start = start ?? (i, j)
      }
      if steps[i * width + j] == .replace { partners[j + offset] = i + offset }
      switch steps[i * width + j] {
      case .keep, .replace: (i, j) = (i + 1, j + 1)
      case .absorb, .insert: j += 1
      case .skipPattern, .remove: i += 1
      }
    }
    close(&replacements)
  }
}
