import ArgumentParser
import CLibEdit
import Lessons
import Platform

/// Begins something new.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin something new.", subcommands: [NewLessonCommand.self])
}

/// Writes the beginning of a lesson.
struct NewLessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "Write the beginning of a lesson, with one of everything a lesson can have.",
    discussion: "A file of that name is never replaced.")

  @Argument(help: "What it is called, such as 'weight decay'.")
  var name: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write it to; the current one where left out.", valueName: "folder"),
    completion: .directory)
  var output: String?

  func run() throws {
    do {
      let path = try Starter(name: name).write(to: output)
      let shown = path.shellWord
      Terminal.write(
        """
        wrote \(path)
          write the lesson in any editor, then
          gradus check \(shown)      runs it and compares
          gradus learn \(shown)      takes it as a learner does
          gradus release \(shown)    prints a copy without its answers

        """)
    } catch {
      throw CommandFailure(.wrongInput, "error: \(error.text(in: nil))")
    }
  }
}

extension NewLessonCommand: ManualSubject {
  static let notes = ManualNotes(
    endings: Endings(
      success: "the lesson is written", wrongInput: "there is such a file already or it cannot be written"),
    examples: [.init("A lesson on weight decay, in weight-decay.md:", "gradus new lesson 'weight decay'")])
}
