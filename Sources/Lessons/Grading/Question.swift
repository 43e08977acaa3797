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
  /// What of it differs from learner to learner; nil where nothing does.
  private(set) var variants: Variants?

  public init(id: String, kind: Kind, points: Int, shares: Int = 1) {
    self.id = id
    self.kind = kind
    self.points = points
    self.shares = max(1, shares)
  }

  private init(_ exercise: Exercise) {
    self.init(
      id: exercise.id, kind: .exercise, points: exercise.points,
      shares: exercise.sharesPoints ? exercise.expectations.count : 1)
    variants = exercise.variants
  }

  /// The variant that a learner's copy has; nil where all copies are alike.
  func variant(of learner: String) -> Int? { variants?.drawn(for: learner, exercise: id) }

  /// The questions of a lesson in the order of its file.
  package static func all(of document: Document) -> [Question] {
    document.steps.compactMap { step in
      switch step {
      case .block: nil
      case .exercise(let exercise):
        Question(exercise)
      case .quiz(let quiz): Question(id: quiz.id, kind: .quiz, points: quiz.points)
      }
    }
  }
}
