import Lessons
import Platform
import TestSupport
import Testing
import Vocabulary
import Workbench

/// What words mean that name lessons, for a gradus that is installed in a temporary folder.
@Suite struct LessonChoiceTests {
  private let folder: TemporaryFolder
  private let installation: Installation
  private var bundled: String { folder.path + "/usr/share/gradus/lessons" }

  init() throws {
    folder = try TemporaryFolder()
    installation = Installation(program: folder.path + "/usr/bin/gradus")
    for name in [
      "usr/share/gradus/lessons/01-start.md", "usr/share/gradus/lessons/10-he.md", "own/01-mine.md", "own/02-yours.md",
    ] {
      folder.write(name, "# \(name)\n\n```gradus\n> 1\n1\n```\n")
    }
  }

  private func choose(_ words: String...) throws -> [String] {
    try LessonChoice(words, installation: installation).paths.map { $0.replacing(folder.path, with: "") }
  }

  private func failure(_ words: String...) -> String? {
    #expect(throws: Failure.self) { try LessonChoice(words, installation: installation) }?
      .text().replacing(folder.path, with: "")
  }

  /// Tests run where the project's own folder `lessons` is.
  @Test func `a folder 'lessons' here comes first`() throws {
    let choice = try LessonChoice([], installation: installation)
    #expect(choice.library == LessonLibrary(folder: "lessons", origin: .here))
    #expect(choice.paths == ["lessons"])
    #expect(try choose("he") == ["lessons/10-he.md"])
    #expect(try choose("3", "4").map { $0.prefix(11) } == ["lessons/03-", "lessons/04-"])
  }

  @Test func `what came with gradus`() throws {
    let library = try LessonLibrary.bundled(installation)
    #expect(library == LessonLibrary(folder: bundled, origin: .bundled))
    #expect(library.number(of: bundled + "/10-he.md") == 10)
    #expect(library.number(of: folder.path + "/own/01-mine.md") == nil)
    folder.write("usr/share/gradus/lessons/10-two.md", "")
    #expect(library.number(of: bundled + "/10-he.md") == nil, "two have the number")
    let none = Installation(program: folder.path + "/own/bin/gradus")
    #expect(
      #expect(throws: Failure.self) { try LessonLibrary.bundled(none) }?.text()
        == "no lessons came with this gradus (install it again, with the folder share/gradus beside bin)")
  }

  @Test func `paths, and numbers and names in the folder before them`() throws {
    let own = folder.path + "/own"
    #expect(try choose(own) == ["/own"])
    #expect(try choose(own, "2") == ["/own/02-yours.md"])
    #expect(try choose(own, "2", "mine") == ["/own/02-yours.md", "/own/01-mine.md"])
    #expect(try choose(own, bundled) == ["/own", "/usr/share/gradus/lessons"])
    #expect(try choose(own + "/01-mine.md", "he") == ["/own/01-mine.md", "lessons/10-he.md"])
    #expect(try LessonChoice([own + "/01-mine.md"]).lesson == own + "/01-mine.md")
    #expect(try LessonChoice([own]).lesson == nil)
    #expect(try LessonChoice([own, "2"]).lesson == own + "/02-yours.md")
    #expect(try LessonChoice([own, "2"]).library == nil)
  }

  @Test func `the sitting of a lesson`() throws {
    let own = folder.path + "/own"
    folder.write("own/v1.2.md", "```gradus\n> 1\n```\n")
    func choose(_ words: String...) throws -> String {
      let (choice, sitting) = try LessonChoice.withSitting(words, installation: installation)
      return choice.paths.map { $0.replacing(folder.path, with: "").prefix(14) }.joined(separator: " ")
        + (sitting.map { " \($0)" } ?? "")
    }
    #expect(try choose("4.2") == "lessons/04-sat 2")
    #expect(try choose("saturation.12") == "lessons/04-sat 12")
    #expect(try choose(own, "2.1") == "/own/02-yours. 1")
    #expect(try choose(own + "/01-mine.md.3") == "/own/01-mine.m 3")
    #expect(try choose(own + "/v1.2.md") == "/own/v1.2.md")
    #expect(try choose() == "lessons")
    #expect(
      #expect(throws: Failure.self) { try LessonChoice.withSitting([own, "3.1"]) }?.message
        == "there is no lesson 3 here")
  }

  @Test func `words that mean nothing`() {
    let own = folder.path + "/own"
    #expect(failure(own, "3") == "there is no lesson 3 here ('gradus learn' lists them)")
    #expect(failure(own, "yuors") == "there is no file, folder or lesson 'yuors' (did you mean 'yours'?)")
    #expect(failure(own + "/03.md") == "there is no file or folder '/own/03.md'")
    #expect(failure("heh") == "there is no file, folder or lesson 'heh' (did you mean 'he'?)")
    #expect(failure("") == "there is no file, folder or lesson ''")
  }

  @Test func `lessons of another version are noticed`() throws {
    func notice(_ words: String...) throws -> String? {
      try LessonChoice(words, installation: installation).notice(installation: installation)?
        .replacing(folder.path, with: "")
    }
    let own = folder.path + "/own"
    #expect(try notice(own) == nil, "lessons of one's own are of no version")
    folder.write("own/reference.md", "# Reference\n\nAll of gradus 0.0.9, heading by heading, …\n")
    folder.write(
      "usr/share/gradus/lessons/reference.md", "# Reference\n\nAll of gradus \(Version.current), heading …\n")
    let expected =
      "'/own' holds the lessons of gradus 0.0.9, and this is gradus \(Version.current) ('gradus learn --copy FOLDER' writes its own)"
    #expect(try notice(own) == expected)
    #expect(try notice(bundled, own, "2") == expected)
    #expect(try notice(bundled) == nil)
    folder.write("usr/share/gradus/lessons/reference.md", "# Reference\n\nAll of gradus 1.0, heading …\n")
    #expect(
      try notice(bundled)
        == "'/usr/share/gradus/lessons' holds the lessons of gradus 1.0, and this is gradus \(Version.current) (install gradus again, with its lessons)"
    )
  }

  @Test(arguments: [
    ("# Reference\n\nAll of gradus 0.1.0, heading by heading", "0.1.0"), ("# Reference\n\nAll of gradus 2.0", "2.0"),
    ("# Reference\n\nAll of gradus, heading by heading", nil), ("# Weights\n\nAll of gradus 0.1.0, ", nil), ("", nil),
  ])
  func `the version that a reference names`(_ page: String, _ version: String?) {
    #expect(Reference.version(ofPage: page) == version)
  }
}
