import Vocabulary

/// What is learned of a lesson at one go: some of its sections, of about a quarter of an hour.
public struct Sitting: Sendable, Equatable {
  /// So many steps are enough for one.
  public static let mostSteps = 30
  /// And so many minutes, rounded as they are told.
  public static let mostMinutes = 15

  /// Counted from 1.
  public let number: Int
  /// The numbers of its steps in the plan, counted from 0.
  public let steps: Range<Int>
  /// The second-level headings of what it teaches.
  public let sections: [String]
  /// How long it takes.
  public let seconds: Int

  /// The same as it is told, rounded to five.
  public var minutes: Int { Pace.minutes(seconds) }

  /// `Flat ends; How many units are saturated?`.
  public var title: String { sections.joined(separator: "; ") }

  /// `about 15 minutes, 22 steps`.
  var extent: String { "about \(minutes) minutes, \(counted(steps.count, "step"))" }

  /// Groups sections into as few sittings as can be, and of those ways the most even one. Only a section that is too long by
  /// itself makes a sitting that is.
  static func grouping(_ sections: [LessonSection]) -> [Sitting] {
    /// The best way to the end of a section.
    struct Way {
      var sittings = 0
      var unevenness = 0
      /// Where its last sitting begins.
      var start = 0
    }
    var ways = [Way()]
    for end in sections.indices {
      var best: Way?
      var (steps, seconds) = (0, 0)
      for start in (0...end).reversed() {
        steps += sections[start].steps.count
        seconds += sections[start].seconds
        guard start == end || (steps <= mostSteps && Pace.minutes(seconds) <= mostMinutes) else { break }
        let unevenness = ways[start].unevenness + seconds * seconds
        let way = Way(sittings: ways[start].sittings + 1, unevenness: unevenness, start: start)
        if best.map({ (way.sittings, way.unevenness) < ($0.sittings, $0.unevenness) }) ?? true { best = way }
      }
      ways.append(best ?? Way())
    }
    var groups: [Range<Int>] = []
    var end = sections.count
    while end > 0 {
      groups.append(ways[end].start..<end)
      end = ways[end].start
    }
    return groups.reversed().enumerated().map { index, group in
      let last = sections[group.upperBound - 1]
      return Sitting(
        number: index + 1, steps: sections[group.lowerBound].steps.lowerBound..<last.steps.upperBound,
        sections: sections[group].flatMap(\.headings), seconds: sections[group].reduce(0) { $0 + $1.seconds })
    }
  }
}

/// The steps of a lesson from a second-level heading to the next.
struct LessonSection: Sendable {
  /// What it is called; several where some have no steps, none where the lesson has no heading before its first step.
  let headings: [String]
  /// The numbers of its steps in the plan.
  let steps: Range<Int>
  let seconds: Int

  /// All sections; what is read before the first one is its, and what is read after the last step is the last one's.
  static func all(in steps: [TutorStep], ending: [Passage]) -> [LessonSection] {
    let starts = steps.indices.filter { $0 == 0 || steps[$0].sectionStart != nil }
    return starts.enumerated().map { index, start in
      let isLast = index + 1 == starts.count
      let range = start..<(isLast ? steps.count : starts[index + 1])
      // What is read before a heading ends the section before.
      let own = start == 0 ? steps[start].passages[...] : steps[start].passages[(steps[start].sectionStart ?? 0)...]
      let next = isLast ? ending[...] : steps[range.upperBound].passages[..<(steps[range.upperBound].sectionStart ?? 0)]
      let inner = steps[range].dropFirst().flatMap(\.passages)
      return LessonSection(
        headings: own.compactMap(\.sectionHeading), steps: range,
        seconds: Pace.seconds(reading: own + inner + next)
          + steps[range].reduce(0) { $0 + Pace.seconds(doing: $1.task) })
    }
  }
}

extension TutorStep {
  /// The number of the passage with which a section begins before it; nil where none does.
  var sectionStart: Int? { passages.firstIndex { $0.sectionHeading != nil } }
}

extension Passage {
  /// The words of a heading of the second level that stands by itself.
  fileprivate var sectionHeading: String? {
    guard case .heading(2, let runs) = content, frames.isEmpty else { return nil }
    return runs.map(\.text).joined()
  }
}
