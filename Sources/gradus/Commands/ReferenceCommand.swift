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
