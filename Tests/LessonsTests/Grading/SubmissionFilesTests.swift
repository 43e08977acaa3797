import Lessons
import Platform
import TestSupport
import Testing
import Vocabulary

@Suite struct SubmissionFilesTests {
  private func students(_ paths: String...) throws -> [String] { try SubmissionFiles.find(paths).files.map(\.student) }

  @Test func `a file a student, in the order of their names`() throws {
    let folder = try TemporaryFolder()
    for name in ["b.md", "a.md", "deep/c.MD", "notes.txt", ".hidden.md"] { folder.write(name, "") }
    #expect(try students(folder.path) == ["a", "b", "deep"])
    #expect(try students(folder.path + "/", folder.path + "/./a.md") == ["a", "b", "deep"])
    #expect(try SubmissionFiles.find([folder.path]).passedOver == [folder.path + "/notes.txt"])
    #expect(try students(folder.path + "/b.md", folder.path + "/a.md") == ["a", "b"])
  }

  @Test func `a folder a student`() throws {
    let folder = try TemporaryFolder()
    for name in ["eve/work.md", "ada/work.md"] { folder.write(name, "") }
    mkdir(folder.path + "/zoe", 0o700)
    let found = try SubmissionFiles.find([folder.path]).files
    #expect(found.map(\.student) == ["ada", "eve", "zoe"])
    #expect(found.map(\.problem) == [nil, nil, "no Markdown file and no notebook is here"])
    let single = try TemporaryFolder()
    single.write("ada/hw.md", "")
    #expect(try students(single.path) == ["ada"])
  }

  @Test func `folders as a learning platform packs them`() throws {
    let folder = try TemporaryFolder()
    for name in [
      "Ann Smith_11/homework.md", "Bob Lee_12/dropout (1).md", "Cy Fox_13/dropout.txt", "Di Wu_14/in/copy.MARKDOWN",
      "Ed Roy_15/HW.MD",
    ] { folder.write(name, "") }
    let found = try SubmissionFiles.find([folder.path])
    #expect(found.files.map(\.student) == ["Ann Smith_11", "Bob Lee_12", "Cy Fox_13", "Di Wu_14", "Ed Roy_15"])
    #expect(found.files.map { $0.problem == nil } == [true, true, false, true, true])
    #expect(found.passedOver == [folder.path + "/Cy Fox_13/dropout.txt"])
    // Two copies of one student are told apart, and no name is lost.
    folder.write("Ann Smith_11/second.md", "")
    #expect(
      try students(folder.path) == [
        "Ann Smith_11/homework", "Ann Smith_11/second", "Bob Lee_12/dropout (1)", "Cy Fox_13", "Di Wu_14/in/copy",
        "Ed Roy_15/HW",
      ])
  }

  @Test func `names are bytes`() throws {
    let folder = try TemporaryFolder()
    for name in ["Jos\u{E9}.md", "Jose\u{301}.md", "anna.md"] { folder.write(name, "") }
    for bytes: [UInt8] in [
      Array("M".utf8) + [0xFC] + Array("ller.md".utf8), Array("Gar".utf8) + [0xE7] + Array("on.md".utf8),
    ] {
      let descriptor = open(
        Array(folder.path.utf8CString.dropLast()) + [0x2F] + bytes.map { CChar(bitPattern: $0) } + [0],
        O_CREAT | O_WRONLY, 0o600)
      #expect(descriptor >= 0)
      close(descriptor)
    }
    let found = try SubmissionFiles.find([folder.path]).files
    #expect(found.count == 5)
    #expect(found.allSatisfy { $0.problem == nil })
    #expect(Set(found.map(\.student)) == ["Gar\u{E7}on", "Jos\u{E9}", "M\u{FC}ller", "anna"])
  }

  @Test func `students of the same name are told apart`() throws {
    let folder = try TemporaryFolder()
    for name in ["x/ada.md", "y/ada.md", "y/bob.md"] { folder.write(name, "") }
    #expect(try students(folder.path) == ["x/ada", "y/ada", "y/bob"])
  }

  @Test func `links are not followed, and what is not there is said`() throws {
    let (folder, elsewhere) = (try TemporaryFolder(), try TemporaryFolder())
    elsewhere.write("secret.md", "")
    folder.write("a.md", "")
    symlink(elsewhere.path, folder.path + "/elsewhere")
    symlink(elsewhere.path + "/secret.md", folder.path + "/b.md")
    let found = try SubmissionFiles.find([folder.path]).files
    #expect(found.map(\.student) == ["a", "b"])
    #expect(found.map(\.problem) == [nil, "it is a symbolic link, which is not followed"])
    #expect(throws: Failure.self) { try students(folder.path + "/missing") }
    #expect(throws: Failure.self) { try students(try TemporaryFolder().path) }
  }
}
