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

  /// Runs a lesson as `gradus check` does.
  init(running document: Document, builtins: BuiltinTable, path: String) {
    var places: [Int: Int] = [:]
    for case .block(let block) in document.steps where block.isRun {
      for command in block.commands { places[command.line] = places.count }
    }
    let result = Lesson.run(document, builtins: builtins, path: path) { result, block, statements in
      let line = result.command.line
      let shown =
        statements.flatMap { CellOutput.outputs(of: $0) }
        + (result.failure.map { [.error(ErrorLines($0, in: result.command.source))] } ?? [])
      if block.solution != nil {
        ofSolutions[line] = shown
      } else if let place = places[line] {
        // Nobody sees what set-up shows.
        ofCommands[place] = block.isHidden ? [] : shown
      }
    }
    differing = result.failed
  }
}
