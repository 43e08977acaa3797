import Lessons

/// What a class thinks of a question: how often each option was chosen, and the wrong answers that were given most.
public struct AnswerCounts: Sendable, Equatable {
  public struct Count: Sendable, Equatable {
    /// A letter, or an answer with its white space folded.
    public let answer: String
    /// Students.
    public let count: Int
  }

  public let students: Int
  public let answered: Int
  public let right: Int
  /// Of a quiz, every option in its order with how many have it among what they chose last.
  public let options: [Count]
  /// From the most frequent, at most `most`. Every student counts once for an answer.
  public let wrong: [Count]

  public static let most = 10
  /// Characters of an answer that are shown.
  private static let longest = 300

  public init(of step: ClassLesson.Step, in lesson: String, _ state: ClassState) {
    let place = StepPlace(lesson: lesson, step: step.key)
    let records = state.students.values.map { $0.record(at: place) }
    students = records.count
    answered = records.count { $0.attempts > 0 }
    right = records.count { $0.outcome?.isRight == true }
    options = step.options.map { option in
      Count(answer: option.letter, count: records.count { $0.chosen.contains(option.letter.lowercased()) })
    }
    var counts: [String: Int] = [:]
    for record in records where step.kind != .quiz {
      for answer in Set(record.wrong.map(Self.folded)) { counts[answer, default: 0] += 1 }
    }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    wrong = sorted.prefix(Self.most).map { Count(answer: $0.key, count: $0.value) }
  }

  private static func folded(_ answer: String) -> String {
    let text = answer.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.count > longest ? text.prefix(longest) + "…" : text
  }
}

extension StepRecord {
  /// The letters of the options that were chosen last, in lower case.
  fileprivate var chosen: Set<String> {
    Set((answer ?? "").lowercased().filter { !$0.isWhitespace && $0 != "," && $0 != ")" }.map { String($0) })
  }
}
