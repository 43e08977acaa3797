import Builtins
import Lessons
import Platform
import Vocabulary
import Workbench

/// What there is to do in a lesson, and what has to come of it.
struct LessonScript {
  /// As it stands in the address.
  let name: String
  let commands: [Command]
  let questions: [Question]

  struct Command {
    let step: String
    let source: String
    /// `run`, or `predict` where it is a prediction.
    let action: String
    /// What `gradus check` computes; nil where a figure is among it.
    let output: String?
  }

  struct Question {
    let step: String
    let action: String
    let right: String
    let wrong: String
  }

  /// Throws where it cannot be read.
  init(_ path: String) throws(Failure) {
    let fileName = String(path.split(separator: "/").last ?? "")
    name = fileName.hasSuffix(".md") ? String(fileName.dropLast(3)) : fileName
    let plan = try Course.plan(path)
    let results = LargeStack.run { Lesson.run(path, builtins: .standard) }?.commands ?? []
    let outputs = Dictionary(results.map { ($0.command.line, $0) }) { first, _ in first }
    var commands: [Command] = []
    var questions: [Question] = []
    for step in plan.steps {
      switch step.task {
      case .command(let command, _), .prediction(let command, _):
        let result = outputs[command.line]
        let isPrediction = if case .prediction = step.task { true } else { false }
        commands.append(
          Command(
            step: step.key, source: command.source, action: isPrediction ? "predict" : "run",
            output: result.flatMap { $0.outputText.contains(where: Self.isDrawn) ? nil : $0.outputText }))
      case .exploration: break
      case .exercise(let exercise):
        guard let solution = exercise.solutions.first else { continue }
        let right = solution.commands.map(\.source).joined(separator: "\n")
        let wrong = exercise.template.commands.map { $0.source.replacing(Exercise.blank, with: "0.123456") }
        questions.append(
          Question(step: step.key, action: "answer", right: right, wrong: wrong.joined(separator: "\n")))
      case .quiz(let quiz):
        let wrong = quiz.options.map(\.letter).first { !quiz.answers.contains($0) } ?? "a"
        questions.append(
          Question(step: step.key, action: "choose", right: quiz.answers.joined(separator: ","), wrong: wrong))
      }
    }
    (self.commands, self.questions) = (commands, questions)
  }

  /// Whether a character is of a figure, which pages draw otherwise.
  private static func isDrawn(_ character: Character) -> Bool {
    character.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) || (0x2800...0x28FF).contains($0.value) }
  }
}
