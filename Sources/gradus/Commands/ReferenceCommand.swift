import ArgumentParser
import Builtins
import Workbench

/// Prints the reference page.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference", abstract: "Print the whole reference as Markdown; it is a lesson, too.")

  func run() throws {
    Terminal.write(Reference(BuiltinTable.standard).markdown, isExact: true)
  }
}

extension ReferenceCommand: ManualSubject {
  static let notes = ManualNotes(
    endings: Endings(success: "the reference is printed", fault: "the output cannot be written"),
    examples: [
      .init("The reference as a file, which can be checked like any lesson:", "gradus reference > reference.md")
    ])
}
