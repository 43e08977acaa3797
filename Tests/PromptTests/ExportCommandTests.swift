import Platform
import TestSupport
import Testing

/// `gradus export` as teachers run it.
@Suite struct ExportCommandTests {
  private static let coins = Project.path("Tests/Classroom/coins.md")

  @Test(arguments: [
    ([], ["coins.html", "index.html"]), (["--slides"], ["coins.html", "index.html"]),
    (["--paper"], ["coins.html", "index.html"]),
    (["--paper", "--answers"], ["coins-answers.html", "coins.html", "index.html"]),
  ])
  func `each form has its pages`(_ options: [String], _ pages: [String]) throws {
    let folder = try TemporaryFolder()
    let export = try Program.run(["export", Self.coins] + options + ["--output", folder.path])
    #expect(export.status == 0 && export.errors == "")
    #expect(export.output == "\(pages.count) pages in \(folder.path)\n")
    #expect(Folder.names(in: folder.path).sorted() == pages)
  }

  @Test(arguments: [
    (["--paper", "--slides"], "--paper and --slides make different pages: give one of them"),
    (["--answers"], "--answers belongs to --paper"), (["--slides", "--answers"], "--answers belongs to --paper"),
  ])
  func `forms that do not go together are refused`(_ options: [String], _ message: String) throws {
    let folder = try TemporaryFolder()
    let export = try Program.run(["export", Self.coins] + options + ["--output", folder.path])
    #expect(export.status == 2 && export.errors.contains(message))
    #expect(Folder.names(in: folder.path).isEmpty)
  }
}
