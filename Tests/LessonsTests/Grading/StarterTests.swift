import Builtins
import Lessons
import TestSupport
import Testing
import Vocabulary

@Suite struct StarterTests {
  @Test func `the starter holds, and so does its copy`() throws {
    let starter = try Starter(name: "weight decay")
    #expect(starter.fileName == "weight-decay.md")
    #expect(starter.markdown.hasPrefix("# Weight decay\n"))
    let document = try Document(starter.markdown)
    #expect(document.exercises.count == 1)
    #expect(document.quizzes.count == 1)
    #expect(Lesson.run(document, builtins: .standard).holds)
    let release = try Release.make(of: Array(starter.markdown.utf8), builtins: .standard)
    #expect(release.warnings == [])
    let copy = String(decoding: release.bytes, as: UTF8.self)
    #expect(try Lesson.run(Document(copy), builtins: .standard).holds)
    #expect(!copy.contains("0.458"))
  }

  @Test(arguments: ["", "  ", "a/b", "../x", ".hidden", "a\u{1B}[31m", "x\0y", "---"])
  func `names that no file should have`(_ name: String) {
    #expect(throws: Failure.self) { try Starter(name: name) }
  }

  @Test func `nothing is replaced`() throws {
    let folder = try TemporaryFolder()
    let starter = try Starter(name: "Zufall_und Gewichte.md")
    #expect(try starter.write(to: folder.path) == folder.path + "/zufall-und-gewichte.md")
    folder.write("zufall-und-gewichte.md", "mine")
    #expect(throws: Failure.self) { try starter.write(to: folder.path) }
    #expect(folder.read("zufall-und-gewichte.md") == "mine")
    #expect(throws: Failure.self) { try starter.write(to: folder.path + "/missing") }
  }
}
