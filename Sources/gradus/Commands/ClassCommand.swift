import ArgumentParser
import ClassroomOptions
import Platform

/// Looks after classes that are kept.
struct ClassCommand: ParsableCommand {
  static let configuration = ClassOptions.configuration([
    ClassListCommand.self, ClassExportCommand.self, ClassImportCommand.self, ClassDeleteCommand.self,
  ])

  static let notes = ManualNotes(
    endings: Endings(
      success: "it is done", wrongInput: "there is no such class or file, or it is served at the moment",
      fault: "the program gradus-serve is missing"),
    environment: ServingProgram.environment, files: [ServingProgram.file])

  fileprivate static func notes(_ examples: [ManualNotes.Example]) -> ManualNotes {
    ManualNotes(endings: notes.endings, environment: notes.environment, files: notes.files, examples: examples)
  }
}

struct ClassListCommand: ParsableCommand {
  static let configuration = ClassOptions.List.configuration

  @OptionGroup var options: ClassOptions.List

  func run() throws { try ServingProgram.run() }
}

struct ClassExportCommand: ParsableCommand {
  static let configuration = ClassOptions.Export.configuration

  @OptionGroup var options: ClassOptions.Export

  func run() throws { try ServingProgram.run() }
}

struct ClassImportCommand: ParsableCommand {
  static let configuration = ClassOptions.Import.configuration

  @OptionGroup var options: ClassOptions.Import

  func run() throws { try ServingProgram.run() }
}

struct ClassDeleteCommand: ParsableCommand {
  static let configuration = ClassOptions.Delete.configuration

  @OptionGroup var options: ClassOptions.Delete

  func run() throws { try ServingProgram.run() }
}

extension ClassListCommand: ManualSubject {
  static let notes = ClassCommand.notes([.init("Which classes there are:", "gradus class list")])
}

extension ClassExportCommand: ManualSubject {
  static let notes = ClassCommand.notes([
    .init("A class as a file:", "gradus class export 'ML 2027' --output ml-2027.json")
  ])
}

extension ClassImportCommand: ManualSubject {
  static let notes = ClassCommand.notes([
    .init("The same class again, under another name:", "gradus class import ml-2027.json --name 'ML 2027, copy'")
  ])
}

extension ClassDeleteCommand: ManualSubject {
  static let notes = ClassCommand.notes([.init("At the end of the year:", "gradus class delete 'ML 2027'")])
}
