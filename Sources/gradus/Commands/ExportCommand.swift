import ArgumentParser
import Builtins
import CLibEdit
import Lessons
import Platform
import func Vocabulary.counted

/// Writes lessons as web pages.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Run lessons and write each as a web page, with a page that leads to all of them.",
    discussion: """
      Without a path, the lessons in the folder 'lessons' are exported, else those that came with gradus.

      The pages need nothing but themselves. They show what the commands print now; where that is not what a lesson says, a \
      message names the line. \(notes.endings.sentence)
      """)

  @Argument(
    help: "Lessons, folders of them, or their numbers or names; a folder's README.md opens the index.",
    completion: NamedLessons.completion)
  var paths: [String] = []

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder for the pages; it is made if need be.", valueName: "folder"),
    completion: .directory)
  var output: String

  @Option(help: ArgumentHelp("How many lessons run at once.", valueName: "n"))
  var jobs: Int?

  func run() throws {
    let paths: [String]
    do {
      paths = try NamedLessons.choice(self.paths).paths
    } catch {
      throw CommandFailure(.wrongInput, "error: \(error.text())")
    }
    let export = SiteExport.write(paths, builtins: .standard, to: output, jobs: jobs)
    for message in export.messages { Terminal.write(message + "\n", to: standard_error()) }
    if export.pageCount > 0 { Terminal.write("\(counted(export.pageCount, "page")) in \(output)\n") }
    try ExitStatus(export.status).check()
  }
}

extension ExportCommand: ManualSubject {
  static let notes = ManualNotes(
    endings: Endings(
      success: "all holds", failed: "something differs", wrongInput: "a lesson cannot be read or a page not be written"),
    environment: [LessonLibrary.variable, TemporaryFolder.variable],
    files: NamedLessons.files,
    examples: [
      .init("Pages of all lessons at hand:", "gradus export --output pages"),
      .init("A page of one, and the one that leads to it:", "gradus export 10 --output pages"),
    ])
}
