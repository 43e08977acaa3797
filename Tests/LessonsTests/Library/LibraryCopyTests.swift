import Lessons
import Platform
import TestSupport
import Testing
import Vocabulary

@Suite struct LibraryCopyTests {
  private let folder: TemporaryFolder
  private var library: LessonLibrary { LessonLibrary(folder: folder.path + "/from", origin: .bundled) }
  private var target: String { folder.path + "/to" }

  private static let content = [
    "01-start.md": "# Start\n", "data/iris.csv": "1,2\n", "README.md": "# Lessons\n",
    "reference.md": "# Reference\n\nAll of gradus 2.0, heading by heading\n",
  ]

  init() throws {
    folder = try TemporaryFolder()
    for (name, text) in Self.content { folder.write("from/" + name, text) }
    folder.write("from/.hidden", "x")
  }

  private func copy() throws -> LibraryCopy { try LibraryCopy(of: library, to: target) }

  private func text(_ failure: Failure?) -> String? { failure?.text().replacing(folder.path, with: "") }

  /// The text of what planning or writing says.
  private func failure(replacing: Bool = false) -> String? {
    text(#expect(throws: Failure.self) { try copy().write(replacing: replacing) })
  }

  private func expectCopy() {
    for (name, text) in Self.content { #expect(folder.read("to/" + name) == text, "\(name)") }
    #expect(FileKind(of: target + "/.hidden") == nil)
    #expect(
      Folder.names(in: target).sorted() == ["01-start.md", "README.md", "data", "reference.md"], "nothing else stays")
  }

  @Test func `all files are written, once`() throws {
    #expect(try copy().write(replacing: false) == 4)
    expectCopy()
    let before = try FileStatus(of: target + "/README.md").identity
    #expect(try copy().write(replacing: true) == 0)
    #expect(try FileStatus(of: target + "/README.md").identity == before, "what is the same is left alone")
  }

  @Test func `what differs stays until it is given up`() throws {
    folder.write("to/01-start.md", "mine")
    folder.write("to/other.md", "mine, too")
    #expect(
      failure()
        == "'/to' holds other lessons, and nothing was written: 01-start.md would be replaced (name another folder, or add --replace to lose what is there)"
    )
    #expect(folder.read("to/01-start.md") == "mine")
    #expect(folder.read("to/README.md") == nil)
    #expect(try copy().write(replacing: true) == 4)
    #expect(folder.read("to/other.md") == "mine, too")
    unlink(target + "/other.md")
    expectCopy()
  }

  @Test func `a copy of another version is told apart`() throws {
    folder.write("to/reference.md", "# Reference\n\nAll of gradus 1.0, heading by heading\n")
    for name in ["01-start.md", "README.md", "data/iris.csv"] { folder.write("to/" + name, "old") }
    #expect(
      failure()
        == "'/to' holds the lessons of gradus 1.0, and nothing was written: 01-start.md, README.md, data/iris.csv and 1 more would be replaced (name another folder, or add --replace to lose what is there)"
    )
  }

  @Test(arguments: ["01-start.md", "data", "data/iris.csv"])
  func `no link is followed out`(_ name: String) throws {
    folder.write("outside/iris.csv", "mine")
    folder.write("to/data/x", "")
    if name == "data" { Folder.remove(target + "/data") }
    symlink(folder.path + (name == "data" ? "/outside" : "/outside/iris.csv"), target + "/" + name)
    for replacing in [false, true] {
      #expect(
        failure(replacing: replacing)
          == "'/to/\(name)' is in the way: the lessons have a file or folder of that name (move it away, or name another folder)"
      )
    }
    #expect(folder.read("outside/iris.csv") == "mine")
    #expect(Folder.names(in: folder.path + "/outside") == ["iris.csv"])
  }

  @Test func `pipes and folders in the way are left alone`() throws {
    try Folder.make(target)
    mkfifo(target + "/README.md", 0o600)
    #expect(failure()?.hasPrefix("'/to/README.md' is in the way") == true)
    unlink(target + "/README.md")
    try Folder.make(target + "/README.md")
    #expect(failure(replacing: true)?.hasPrefix("'/to/README.md' is in the way") == true)
  }

  @Test func `links in the library are copied as files where they stay inside`() throws {
    folder.write("outside/secret", "mine")
    symlink("01-start.md", folder.path + "/from/same.md")
    symlink(folder.path + "/outside/secret", folder.path + "/from/secret.md")
    symlink(folder.path + "/outside", folder.path + "/from/outside")
    symlink(".", folder.path + "/from/circle")
    let copy = try copy()
    #expect(copy.passedOver == ["circle", "outside", "secret.md"].map { $0 + " (no file of the lessons)" })
    #expect(try copy.write(replacing: false) == 5)
    #expect(FileKind(of: target + "/same.md", followsLinks: false) == .file)
    #expect(folder.read("to/same.md") == "# Start\n")
  }

  @Test func `unfit folders`() throws {
    folder.write("file", "")
    symlink(folder.path + "/from", folder.path + "/link")
    let cases = [
      "": "the name of the folder is empty", folder.path + "/file": "'/file' is no folder (name another one)",
      library.folder + "/data/inner":
        "'/from/data/inner' is inside the lessons that would be copied (name another folder)",
      folder.path + "/link/inner": "'/link/inner' is inside the lessons that would be copied (name another folder)",
      folder.path + "/file/inner": "'/file' is no folder",
    ]
    for (path, message) in cases {
      let failure = #expect(throws: Failure.self) { try LibraryCopy(of: library, to: path).write(replacing: true) }
      #expect(text(failure) == message)
    }
    #expect(try LibraryCopy(of: library, to: library.folder).write(replacing: true) == 0, "a copy of itself")
  }

  @Test func `a folder that may not be written`() throws {
    try Folder.make(target)
    chmod(target, 0o500)
    defer { chmod(target, 0o700) }
    guard getuid() != 0 else { return }
    #expect(failure() == "access to '/to/01-start.md' is not permitted")
    #expect(Folder.names(in: target).isEmpty)
  }
}
