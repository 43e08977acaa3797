/// What is graded: an exercise or a quiz.
public struct Question: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case exercise, quiz
  }

  public let id: String
  public let kind: Kind
  public let points: Int
  /// Among how many lines of its key the points are shared; 1 where they are had whole or not at all.
  public let shares: Int

  public init(id: String, kind: Kind, points: Int, shares: Int = 1) {
    self.id = id
    self.kind = kind
    self.points = points
    self.shares = max(1, shares)
  }

  /// The questions of a lesson in the order of its file.
  package static func all(of document: Document) -> [Question] {
    document.steps.compactMap { step in
      switch step {
      case .block: nil
      case .exercise(let exercise):
        Question(
          id: exercise.id, kind: .exercise, points: exercise.points,
          shares: exercise.sharesPoints ? exercise.expectations.count : 1)
      case .quiz(let quiz): Question(id: quiz.id, kind: .quiz, points: quiz.points)
      }
    }
  }
}
