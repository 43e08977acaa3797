import Vocabulary
import Workbench

/// The answers to a handout, for its teacher: task by task what is right, and why what is wrong is.
struct AnswersPage {
  private let names: TaskNames
  private let results: [Int: CommandResult]
  private let lexicon: Lexicon
  private let renderer: LessonRenderer

  init(_ names: TaskNames, _ results: [CommandResult], _ renderer: LessonRenderer, lexicon: Lexicon) {
    self.names = names
    self.results = Dictionary(results.map { ($0.command.line, $0) }) { first, _ in first }
    self.renderer = renderer
    self.lexicon = lexicon
  }

  func html(of plan: TutorPlan) -> HTML {
    let tasks = plan.steps.compactMap { step in
      names[step.task.line].map { "<section>\n<h2>\($0)\(letters(step))</h2>\n\(answer(to: step))\n</section>" as HTML }
    }
    return "<article class=\"answers\">\n<h1>Answers: \(plan.title)</h1>\n\(tasks.joined(separator: "\n"))\n</article>"
  }

  /// Of a quiz, those of what is right.
  private func letters(_ step: TutorStep) -> String {
    guard case .quiz(let quiz) = step.task, !quiz.isKept else { return "" }
    return ": " + quiz.answers.joined(separator: ", ")
  }

  private func answer(to step: TutorStep) -> HTML {
    var parts: [HTML] = []
    switch step.task {
    case .command, .exploration: break
    case .prediction(let command, let block): parts.append(session(block.filtered { $0 == command }))
    case .quiz(let quiz) where !quiz.isKept: parts.append(options(of: quiz))
    case .exercise where !step.isKept: break
    case .exercise, .quiz: parts.append("<p>The key is not in this copy.</p>")
    }
    for explanation in step.explanations {
      switch explanation {
      case .prose(let passages): parts.append(PassageRenderer.html(of: passages))
      case .solution(let block): parts.append(session(block))
      }
    }
    if case .exercise(let exercise) = step.task, !exercise.isKept { parts.append(key(of: exercise)) }
    return parts.joined(separator: "\n")
  }

  private func session(_ block: Block) -> HTML { SessionRenderer(block, results, lexicon: lexicon, folds: false).html }

  private func options(of quiz: Quiz) -> HTML {
    list(
      quiz.options.map { option in
        "<span class=\"letter\">\(option.letter))</span> \(renderer.line(option.text)) \(renderer.verdict(on: option, of: quiz))"
      })
  }

  private func key(of exercise: Exercise) -> HTML {
    let right = exercise.expectations.map { "<code>\($0.expression) = \($0.expected)</code>" as HTML }
    let wrong = exercise.mistakes.map { mistake in
      "<code>\(mistake.expression) = \(mistake.expected)</code> \(renderer.line(mistake.message))" as HTML
    }
    return "<p>Right is:</p>\n\(list(right))"
      + (wrong.isEmpty ? "" : "\n<p>Wrong answers to expect:</p>\n\(list(wrong))")
  }

  private func list(_ items: [HTML]) -> HTML {
    "<ul class=\"options\">\n\(items.map { "<li>\($0)</li>\n" as HTML }.joined())</ul>"
  }
}
