import ArgumentParser
import Builtins
import CLibEdit
import Lessons
import func Vocabulary.counted

/// Writes lessons as web pages.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Run lessons and write each as a web page, with a page that leads to all of them.",
    discussion: """
      The pages need nothing but themselves. They show what the commands print now; where that is not what a lesson says, a \
      message names the line. Exit status: 0 where all holds, 1 where something differs, 2 where a lesson cannot be read \
      or a page not be written.
      """)

  @Argument(help: "Lessons, or folders of them; a folder's README.md opens the index.", completion: .file())
  var paths: [String]

  @Option(name: .shortAndLong, help: "The folder for the pages; it is made if need be.", completion: .directory)
  var output: String

  @Option(help: "How many lessons run at once.")
  var jobs: Int?

  func run() throws {
    let export = SiteExport.write(paths, builtins: .standard, to: output, jobs: jobs)
    for message in export.messages { Terminal.write(message + "\n", to: standard_error()) }
    if export.pageCount > 0 { Terminal.write("\(counted(export.pageCount, "page")) in \(output)\n") }
    try ExitStatus(export.status).check()
  }
}
