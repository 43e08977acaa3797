import ArgumentParser
import CLibEdit
import Platform
import struct Vocabulary.Failure
import Workbench

/// Makes the manual pages, for those who pack gradus.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Write the manual pages of gradus, in mdoc(7).",
    discussion: """
      Without a page, the names of the pages are printed. The same gradus writes the same bytes: the pages are dated by \
      SOURCE_DATE_EPOCH, else by the version.
      """,
    shouldDisplay: false)

  @Argument(help: "A page to print, such as gradus-check.")
  var page: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("A folder to write all of them to.", valueName: "folder"),
    completion: .directory)
  var output: String?

  func validate() throws {
    if page != nil, output != nil { throw ValidationError("--output writes all pages; name none") }
  }

  func run() throws {
    do throws(Failure) {
      try write(ManualPage.all(on: .ofPublication()))
    } catch {
      throw CommandFailure(.wrongInput, "error: \(error.text())")
    }
  }

  private func write(_ pages: [ManualPage]) throws(Failure) {
    if let output {
      do { try Folder.make(output) } catch { throw error.failure }
      for page in pages { try TextFile.replace(output + "/" + page.fileName, with: Array(page.text.utf8)) }
    } else if let name = page {
      guard let page = pages.first(where: { $0.name == name }) else {
        throw Failure(.argument, "there is no page '\(name)'", hint: "'gradus manual' lists them")
      }
      Terminal.write(page.text)
    } else {
      Terminal.write(pages.map { $0.name + "\n" }.joined())
    }
  }
}
