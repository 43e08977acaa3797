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
      message names the line.

      With --paper they are handouts to be printed: the tasks have numbers and room to write, and no answer is in them. With \
      --answers a page NAME-answers.html beside each has what is right, for whoever corrects.

      With --slides a page shows one step a screen, and keys move it: → or Space shows what is folded away, then the next \
      slide; Shift-→ leaves it folded; ← goes back, Home and End to the ends, a number and Enter to that slide; Esc shows all \
      slides, and n the presenter's notes, comments of the lesson that begin '<!-- note:'. \(notes.endings.sentence)
      """)

  @Argument(
    help: "Lessons, folders of them, or their numbers or names; a folder's README.md opens the index.",
    completion: NamedLessons.completion)
  var paths: [String] = []

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder for the pages; it is made if need be.", valueName: "folder"),
    completion: .directory)
  var output: String

  @Flag(help: "Handouts to be printed, without answers.")
  var paper = false

  @Flag(help: "With --paper, also a page of answers for each lesson.")
  var answers = false

  @Flag(help: "Slides, one step a screen.")
  var slides = false

  @Option(help: ArgumentHelp("How many lessons run at once.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if paper, slides { throw ValidationError("--paper and --slides make different pages: give one of them") }
    if answers, !paper { throw ValidationError("--answers belongs to --paper") }
  }

  func run() throws {
    let paths: [String]
    do {
      paths = try NamedLessons.choice(self.paths).paths
    } catch {
      throw CommandFailure(.wrongInput, "error: \(error.text())")
    }
    let export = SiteExport.write(
      paths, slides ? .slides : paper ? .paper(withAnswers: answers) : .pages, builtins: .standard, to: output,
      jobs: jobs)
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
      .init("Handouts for a class:", "gradus export --paper --output class"),
      .init("The same with their answers, for its teacher:", "gradus export --paper --answers --output mine"),
      .init("Slides of one:", "gradus export 10 --slides --output slides"),
    ])
}
