import Lessons
import TestSupport
import Testing
import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct SubmissionFilesTests {
  private func students(_ paths: String..., lesson: String = "coins.md") throws -> [String] {
    try SubmissionFiles.find(paths, lesson: lesson).map(\.student)
  }

  @Test func `a file a student, in the order of their names`() throws {
    let folder = try TemporaryFolder()
    for name in ["b.md", "a.md", "deep/c.MD", "notes.txt", ".hidden.md"] { folder.write(name, "") }
    #expect(try students(folder.path) == ["a", "b", "c"])
    #expect(try students(folder.path + "/", folder.path + "/a.md") == ["a", "b", "c"])
    #expect(try students(folder.path + "/b.md", folder.path + "/a.md") == ["a", "b"])
  }

  @Test func `a folder a student`() throws {
    let folder = try TemporaryFolder()
    for name in ["eve/work.md", "ada/work.md"] { folder.write(name, "") }
    mkdir(folder.path + "/zoe", 0o700)
    let found = try SubmissionFiles.find([folder.path], lesson: "coins.md")
    #expect(found.map(\.student) == ["ada", "eve", "zoe"])
    #expect(found.map(\.problem) == [nil, nil, "no Markdown file is here"])
    let single = try TemporaryFolder()
    single.write("ada/coins.md", "")
    #expect(try students(single.path) == ["ada"])
    #expect(try students(single.path, lesson: "other.md") == ["coins"])
  }

  @Test func `students of the same name are told apart`() throws {
    let folder = try TemporaryFolder()
    for name in ["x/ada.md", "y/ada.md", "y/bob.md"] { folder.write(name, "") }
    #expect(try students(folder.path) == [folder.path + "/x/ada", folder.path + "/y/ada", "bob"])
  }

  @Test func `links are not followed, and what is not there is said`() throws {
    let (folder, elsewhere) = (try TemporaryFolder(), try TemporaryFolder())
    elsewhere.write("secret.md", "")
    folder.write("a.md", "")
    symlink(elsewhere.path, folder.path + "/elsewhere")
    symlink(elsewhere.path + "/secret.md", folder.path + "/b.md")
    let found = try SubmissionFiles.find([folder.path], lesson: "coins.md")
    #expect(found.map(\.student) == ["a", "b"])
    #expect(found.map(\.problem) == [nil, "it is a symbolic link, which is not followed"])
    #expect(throws: Failure.self) { try students(folder.path + "/missing") }
    #expect(throws: Failure.self) { try students(try TemporaryFolder().path) }
  }
}
