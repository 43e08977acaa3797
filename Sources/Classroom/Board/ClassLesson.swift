import Lessons
import Vocabulary

/// A lesson as a class has it: its steps, without anything that would give an answer away.
public struct ClassLesson: Sendable {
  /// As addresses have it: the file's name without its ending.
  public let name: String
  public let title: String
  /// Of the text.
  public let version: String
  public let steps: [Step]
  /// Of the questions that count, as grades have them.
  public let questions: [Question]

  public struct Step: Sendable {
    public enum Kind: String, Sendable {
      case command, prediction, exercise, quiz
    }

    public let key: String
    public let kind: Kind
    /// A word for it where room is scarce: the id of an exercise or a quiz, the beginning of a command.
    public let label: String
    public let points: Int
    /// Of a quiz, its letters with what they say.
    public let options: [(letter: String, text: HTML)]
    /// Of an exercise or a quiz.
    let id: String?

    public var isQuestion: Bool { kind != .command }
  }

  /// Throws where the text is no lesson.
  public init(name: String, _ lesson: ServedLesson) throws(Failure) {
    let document = try Document(lesson.text)
    try self.init(name: name, version: lesson.version, document, TutorPlan(document, name: name))
  }

  init(name: String, version: String, _ document: Document, _ plan: TutorPlan) throws(Failure) {
    self.name = name
    self.version = version
    title = plan.title
    steps = plan.steps.map(Step.init)
    questions = Question.all(of: document)
  }

  /// The place of a step in the order of the lesson, from 0; nil where it has none of that key.
  public func index(of step: String) -> Int? { steps.firstIndex { $0.key == step } }
}

extension ClassLesson.Step {
  private static let longestLabel = 24

  init(_ step: TutorStep) {
    key = step.key
    points = step.points
    switch step.task {
    case .command(let command, _), .prediction(let command, _):
      kind = step.isQuestion ? .prediction : .command
      let line = command.source.prefix { $0 != "\n" }
      label = line.count > Self.longestLabel ? line.prefix(Self.longestLabel - 1) + "…" : String(line)
      options = []
      id = nil
    case .exploration(let block):
      let names = block.exploration?.dials.map(\.name).joined(separator: ", ") ?? ""
      (kind, label, options, id) = (.command, "explore " + names, [], nil)
    case .exercise(let exercise):
      (kind, label, options, id) = (.exercise, exercise.id, [], exercise.id)
    case .quiz(let quiz):
      (kind, label, id) = (.quiz, quiz.id, quiz.id)
      options = quiz.options.map { ($0.letter, HTML(markdown: $0.text)) }
    }
  }
}
