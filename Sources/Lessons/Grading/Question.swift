/// What is graded: an exercise or a quiz.
public struct Question: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case exercise, quiz
  }

  public let id: String
  public let kind: Kind
  public let points: Int

  /// The questions of a lesson in the order of its file.
  static func all(of document: Document) -> [Question] {
    document.steps.compactMap { step in
      switch step {
      case .block: nil
      case .exercise(let exercise): Question(id: exercise.id, kind: .exercise, points: exercise.points)
      case .quiz(let quiz): Question(id: quiz.id, kind: .quiz, points: quiz.points)
      }
    }
  }
}
