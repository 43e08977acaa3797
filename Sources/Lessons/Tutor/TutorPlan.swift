import Probability
import Vocabulary

/// A lesson in the order in which it is taught: prose, and after it something to do.
public struct TutorPlan: Sendable {
  public let title: String
  public let steps: [TutorStep]
  /// What is read after the last step.
  public let ending: [Passage]
  /// How the steps are divided into what is learned at one go.
  public let sittings: [Sitting]
  /// What gives a question's answer away, or helps to find it.
  let told: [Telling]

  /// A `<details>` that is about a question: a hint, a solution, what explains the answer.
  struct Telling: Sendable {
    /// The number of the step that asks.
    let step: Int
    /// From its first tag to its last, counted from 1.
    let lines: ClosedRange<Int>
  }

  /// - Parameter name: the title of a lesson that has no heading.
  public init(_ document: Document, name: String) throws(Failure) {
    var reader = PassageReader()
    reader.read(try MarkdownReader.read(document.markdown, includesText: true))
    var building = PlanBuilding(document)
    building.add(reader.pieces)
    building.finish()
    title = building.title ?? name
    steps = building.steps
    ending = building.passages
    told = building.told
    sittings = Sitting.grouping(LessonSection.all(in: steps, ending: ending))
  }

  /// The points that can be had.
  public var points: Int { steps.reduce(0) { $0 + $1.points } }

  /// The sitting of a number. Throws where there is none.
  public func sitting(_ number: Int) throws(Failure) -> Sitting {
    if let sitting = sittings.first(where: { $0.number == number }) { return sitting }
    throw Failure(
      .document, "this lesson has no sitting \(number)", hint: "it has \(counted(sittings.count, "sitting"))")
  }

  /// The sitting to which a step belongs; nil where the lesson has but one.
  func sitting(at position: Int) -> Sitting? {
    sittings.count > 1 ? sittings.first { $0.steps.contains(position) } : nil
  }

  /// Where the page of a step begins: the step before which something was read.
  public func pageStart(of position: Int) -> Int {
    guard steps.indices.contains(position) else { return position }
    return steps[...position].lastIndex { !$0.passages.isEmpty } ?? 0
  }
}

/// Something that the learner does: a command to run, an exercise, a quiz.
public struct TutorStep: Sendable, Equatable {
  public enum Task: Sendable, Equatable {
    case command(LessonCommand, of: Block)
    /// A command whose output is to be foretold.
    case prediction(LessonCommand, of: Block)
    /// A block whose values are moved.
    case exploration(Block)
    case exercise(Exercise)
    case quiz(Quiz)
  }

  /// What explains an answer, in the order of the file.
  public enum Explanation: Sendable, Equatable {
    case prose([Passage])
    case solution(Block)

    var passages: [Passage] { if case .prose(let passages) = self { passages } else { [] } }
  }

  public let task: Task
  /// By what its progress is known. It changes where what is asked changes, not where a line is inserted before it.
  public let key: String
  /// What is read before it; nothing where it stands on the page of the step before.
  public let passages: [Passage]
  /// Hidden commands that are run before it.
  public let setUp: [Block]
  /// From the gentlest to the plainest.
  public internal(set) var hints: [[Passage]] = []
  /// Shown once it is solved or given up.
  public internal(set) var explanations: [Explanation] = []

  /// What it counts.
  public var points: Int {
    switch task {
    case .command, .prediction, .exploration: 0
    case .exercise(let exercise): exercise.points
    case .quiz(let quiz): quiz.points
    }
  }

  /// What a right answer earns after so many hints. The first hint, about the idea, costs nothing, each other one a point, and the last
  /// point stays. In a copy without its key nothing is known of hints.
  func points(after hints: Int) -> Int {
    guard case .exercise = task, !isKept else { return points }
    return max(min(1, points), points - max(0, hints - 1))
  }

  /// What it counts and what takes points away, as it is said before.
  var stakes: String {
    let all = counted(points, "point")
    switch task {
    case .quiz where !isKept && points > 0: return all + ", at the first try"
    case .exercise where points(after: hints.count) < points:
      let rest = points - hints.count < 0 ? ", the last point stays" : ""
      return all + "; each hint after the first costs 1" + rest
    default: return all
    }
  }

  /// What leads a hint, and what a right answer is worth from then on.
  ///
  /// - Parameter seen: how many hints have been seen at any time, this one among them.
  func label(ofHint index: Int, seen: Int) -> String {
    let label = hints.count == 1 ? "Hint" : "Hint \(index + 1) of \(hints.count)"
    let left = points(after: seen)
    return label + (left < points ? " (now worth \(left) of \(counted(points, "point"))): " : ": ")
  }

  /// What a right answer to an exercise earns now: ` 2 points.`, ` 1 of 2 points.`; nothing where it was earned before.
  func earned(knowing outcome: LessonRecord.Outcome?) -> String {
    if outcome?.isFinished == true { return "" }
    let earned = points(after: outcome?.hints ?? 0)
    return " " + (earned < points ? "\(earned) of " : "") + counted(points, "point") + "."
  }

  /// Whether its key is not in this copy, so that a teacher judges it.
  var isKept: Bool {
    switch task {
    case .command, .prediction, .exploration: false
    case .exercise(let exercise): exercise.isKept
    case .quiz(let quiz): quiz.isKept
    }
  }

  /// What the word `skip` does at it.
  var skipping: String {
    switch task {
    case _ where isKept: "skip goes on"
    case .exercise: "skip shows the solution"
    case .exploration: "skip goes on"
    case .command, .prediction, .quiz: "skip shows the answer"
    }
  }

  /// The lesson's own commands at it; nil of a question that is answered in another way.
  var ownSource: String? {
    switch task {
    case .command(let command, _), .prediction(let command, _): command.source
    case .exploration(let block): block.commands.map(\.source).joined(separator: "\n")
    case .exercise, .quiz: nil
    }
  }

  /// Whether something is asked.
  public var isQuestion: Bool {
    switch task {
    case .command, .exploration: false
    case .prediction, .exercise, .quiz: true
    }
  }

  init(_ task: Task, occurrence: Int, passages: [Passage], setUp: [Block]) {
    self.task = task
    self.passages = passages
    self.setUp = setUp
    key = Self.identity(of: task) + (occurrence > 1 ? ".\(occurrence)" : "")
    if case .exercise(let exercise) = task { hints = exercise.hints.map { Passage.all(in: $0) } }
  }

  /// A word for what is asked, its content taken together in a number.
  static func identity(of task: Task) -> String {
    switch task {
    case .command(let command, _): "command-" + digest([command.source])
    case .prediction(let command, _): "predict-" + digest([command.source])
    case .exploration(let block):
      "explore-"
        + digest(block.commands.map(\.source) + (block.exploration?.dials.flatMap { [$0.name] + $0.values } ?? []))
    case .exercise(let exercise):
      "exercise-\(exercise.id)-"
        + digest(
          exercise.ownCommands + exercise.expectations.flatMap { [$0.expression, $0.expected] })
    case .quiz(let quiz): "quiz-\(quiz.id)-" + digest(quiz.options.flatMap { [$0.letter, $0.text] } + quiz.answers)
    }
  }

  private static func digest(_ texts: [String]) -> String {
    String(Fingerprint.of(texts.joined(separator: "\u{0}")), radix: 36)
  }
}

extension Exercise {
  /// The commands of its block but for those that give what differs from learner to learner.
  fileprivate var ownCommands: [String] {
    template.commands.map(\.source).filter { source in
      variants?.names.contains { source.value(givenTo: $0) != nil } != true
    }
  }
}
