import Language
import Vocabulary
import Workbench

/// What the commands of a lesson show below cells, when the lesson is run.
struct LessonOutputs {
  /// By the place of a command among all that are run with the lesson: a copy without answers has the same ones, on other lines.
  private(set) var ofCommands: [Int: [CellOutput]] = [:]
  /// By the lines of the commands.
  private(set) var ofSolutions: [Int: [CellOutput]] = [:]
  /// The commands that print something else than the lesson says.
  private(set) var differing: [CommandResult] = []

  /// Nothing is known of any.
  init() {}

  /// Runs a lesson as `gradus check` does. In a copy without answers, commands that use what an exercise is still to make are not
  /// run.
  init(running document: Document, builtins: BuiltinTable, path: String) {
    var session = LessonSession(builtins: builtins, path: path, budget: Budget())
    var awaited = AwaitedNames(lexicon: builtins.lexicon)
    var place = 0
    for step in document.steps where session.excess == nil {
      switch step {
      case .block(let block) where block.isRun:
        let ready = Set(awaited.ready(block).commands.map(\.line))
        for command in block.commands {
          if ready.contains(command.line), session.excess == nil {
            ofCommands[place] = run(command, of: block, in: &session)
          }
          place += 1
        }
      case .block, .quiz: break
      case .exercise(let exercise):
        if exercise.isKept, Answer(exercise.template).isBlank { awaited.wait(for: exercise) }
        let before = session
        for (number, solution) in exercise.solutions.enumerated() {
          var after = before
          for command in solution.commands where after.excess == nil {
            ofSolutions[command.line] = run(command, of: solution, in: &after)
          }
          if number == 0 { session = after }
        }
      }
    }
  }

  private mutating func run(
    _ command: LessonCommand, of block: Block, in session: inout LessonSession
  ) -> [CellOutput] {
    let result = session.run(command, of: block)
    if !result.holds { differing.append(result) }
    // Nobody sees what set-up shows.
    if block.isHidden { return [] }
    return session.results.flatMap { CellOutput.outputs(of: $0) }
      + (result.failure.map { [.error(ErrorLines($0, in: command.source))] } ?? [])
  }
}
