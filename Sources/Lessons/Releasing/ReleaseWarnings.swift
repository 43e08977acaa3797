import Vocabulary

/// What of a lesson gives an answer away, or will not run in a copy without answers.
enum ReleaseWarnings {
  static func all(of document: Document, lexicon: Lexicon) -> [Release.Warning] {
    var warnings: [Release.Warning] = []
    var exercises: [Exercise] = []
    for step in document.steps {
      switch step {
      case .exercise(let exercise) where !exercise.isKept: exercises.append(exercise)
      case .block(let block) where block.isRun:
        for command in block.commands {
          warnings += exercises.compactMap {
            unnamed(command, $0, lexicon) ?? (block.isHidden ? nil : told(command, $0))
          }
        }
      case .exercise, .block, .quiz: break
      }
    }
    return warnings
  }

  /// A command that needs a name which only the solution makes: in a copy nobody can know that it has to wait.
  private static func unnamed(
    _ command: LessonCommand, _ exercise: Exercise, _ lexicon: Lexicon
  ) -> Release.Warning? {
    let made = Set(
      exercise.solutions.flatMap(\.commands).flatMap { LessonNames(of: $0.source, lexicon: lexicon).bound })
    let told = LessonNames.bound(by: exercise.template, lexicon: lexicon)
    guard
      let name = LessonNames(of: command.source, lexicon: lexicon).used.first(where: {
        made.contains($0) && !told.contains($0)
      })
    else { return nil }
    return Release.Warning(
      line: command.line, message: "this needs '\(name)', which only the solution of exercise '\(exercise.id)' makes",
      hint: "write '\(name) = \(Exercise.blank)' in the exercise, so that a copy can wait for it")
  }

  /// A command whose output, which stays, is what an exercise asks for.
  private static func told(_ command: LessonCommand, _ exercise: Exercise) -> Release.Warning? {
    for expectation in exercise.expectations {
      let bare =
        expectation.expected.firstRange(of: "±").map { expectation.expected[..<$0.lowerBound] }
        ?? expectation.expected.firstRange(of: "+-").map { expectation.expected[..<$0.lowerBound] }
        ?? expectation.expected[...]
      let value = bare.trimmingSpace
      guard value.count > 1, command.expected.contains(where: { $0.trimmingSpace == value }) else { continue }
      return Release.Warning(
        line: command.line, message: "this prints \(value), which is what exercise '\(exercise.id)' asks for",
        hint: "let it be silent with ; or show something else")
    }
    return nil
  }
}
