import Vocabulary

/// What the questions of a lesson are called on paper: `Prediction 5`, `Exercise 3 · 2 points`.
struct TaskNames: Sendable {
  /// By the lines on which the questions begin; other steps have none.
  private var names: [Int: String] = [:]

  init(_ plan: TutorPlan) {
    var counts: [String: Int] = [:]
    for step in plan.steps {
      let kind: String
      switch step.task {
      case .command, .exploration: continue
      case .prediction: kind = "Prediction"
      case .exercise: kind = "Exercise"
      case .quiz: kind = "Quiz"
      }
      let number = counts[kind, default: 0] + 1
      counts[kind] = number
      let points = step.points == 0 ? "" : " · " + counted(step.points, "point")
      names[step.task.line] = "\(kind) \(number)\(points)"
    }
  }

  var isEmpty: Bool { names.isEmpty }

  /// Nil of a line on which no question begins.
  subscript(line: Int) -> String? { names[line] }
}
