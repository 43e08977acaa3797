import Lessons
import TestSupport
import Testing
import Vocabulary

@Suite struct CourseTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["10-he.md", "02-two.md", "01-start.md", "reference.md", "deep/03-inner.md"] {
      folder.write(name, "# \(name)\n\n```gradus\n> 1\n1\n```\n")
    }
  }

  @Test func `numbers are those of the files`() throws {
    let course = try Course([folder.path])
    #expect(course.entries.map(\.fileName) == ["01-start.md", "02-two.md", "10-he.md", "03-inner.md", "reference.md"])
    #expect(course.entries.map(\.number) == [1, 2, 10, 3, nil])
    #expect(try course.entry("10").fileName == "10-he.md")
  }

  @Test func `lessons are found by name`() throws {
    let course = try Course([folder.path])
    for word in ["start", "01-start", "01-start.md", "sta"] {
      #expect(try course.entry(word).fileName == "01-start.md")
    }
    #expect(#expect(throws: Failure.self) { try course.entry("strat") }?.hint == "did you mean 'start'?")
    #expect(#expect(throws: Failure.self) { try course.entry("7") }?.message == "there is no lesson 7 here")
  }

  @Test func `files without numbers are counted`() throws {
    let folder = try TemporaryFolder()
    folder.write("b.md", "```gradus\n> 1\n```\n")
    folder.write("a.md", "```gradus\n> 1\n```\n")
    #expect(try Course([folder.path]).entries.map(\.number) == [1, 2])
    #expect(Course.successor(of: folder.path + "/a.md")?.fileName == "b.md")
  }

  @Test(arguments: [
    ("`gradus learn 4` begins it.", false), ("Type it:\n`gradus`", false), ("```gradus\n> 1\n```", true),
    ("- ```gradus\n  > 1\n  ```", true), ("~~~gradus\n> 1\n~~~", true),
  ])
  func `code in a line makes no lesson`(_ file: (text: String, isLesson: Bool)) {
    folder.write("words.md", file.text)
    #expect(LessonFiles.isLesson(folder.path + "/words.md") == file.isLesson)
  }

  @Test func `the lesson after one is beside it`() {
    #expect(Course.successor(of: folder.path + "/01-start.md")?.path == folder.path + "/02-two.md")
    #expect(Course.successor(of: folder.path + "/02-two.md")?.path == folder.path + "/10-he.md")
    #expect(Course.successor(of: folder.path + "/10-he.md") == nil, "the reference is not the next lesson")
  }
}
