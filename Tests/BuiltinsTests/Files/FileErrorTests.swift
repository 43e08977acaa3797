import Platform
import TestSupport
import Testing
import Vocabulary
import Workbench

/// What can go wrong between a name and a file.
@Suite struct FileErrorTests {
  @Test func `the nearest name is suggested`() throws {
    var files = try FileSession()
    files.folder.write("weights.npy", "")
    let failure = try files.failure("load \"%/wieghts.npy\"")
    #expect(failure.message == "there is no file '%/wieghts.npy'")
    #expect(failure.hint == "did you mean 'weights.npy'?")
  }

  @Test(arguments: [
    ("load \"%/a.txt\"", "files that end in .txt are not known", "known are .npy, .csv or .safetensors"),
    ("save 1 \"%/a.npz\"", "files that end in .npz are not known", "did you mean '.npy'?"),
    ("load \"%/a\"", "the name of a file must end in .npy, .csv or .safetensors, which 'a' does not", nil),
    ("load \"%/.npy\"", "the name of a file must end in .npy, .csv or .safetensors, which '.npy' does not", nil),
    ("load \"\"", "the name of the file is empty", nil),
    ("save 1 \"%/none/a.npy\"", "there is no folder '%/none/'", nil),
    ("load \"%/folder.npy\"", "'%/folder.npy' is a folder", nil),
    ("save 1 \"%/folder.npy\"", "'%/folder.npy' is a folder", nil),
    ("load \"%/pipe.npy\"", "'%/pipe.npy' is no ordinary file", nil),
    ("save 1 \"%/pipe.npy\"", "'%/pipe.npy' is no ordinary file", nil),
    ("save [] \"%/a.csv\"", "an empty vector has no numbers to write", "a .npy file can keep it"),
    ("transcript \"%/a.txt\"", "a lesson is a Markdown file", "let its name end in .md"),
  ])
  func `says what is wrong`(_ command: String, _ message: String, _ hint: String?) throws {
    var files = try FileSession()
    mkdir(files.folder.path + "/folder.npy", 0o700)
    mkfifo(files.folder.path + "/pipe.npy", 0o600)
    let failure = try files.failure(command)
    #expect(failure.kind == .file)
    #expect(failure.message == message)
    #expect(failure.hint == hint)
    #expect(failure.span != nil)
  }

  @Test func `only numbers are kept`() throws {
    var files = try FileSession()
    #expect(try files.failure("save normal(0, 1) \"%/a.npy\"").kind == .argument)
    #expect(try files.failure("save \"text\" \"%/a.npy\"").kind == .argument)
    #expect(files.folder.read("a.npy") == nil)
  }

  @Test func `a file is replaced whole, with its rights, through links`() throws {
    var files = try FileSession()
    files.folder.write("a.csv", "1\n")
    chmod(files.folder.path + "/a.csv", 0o640)
    symlink("a.csv", files.folder.path + "/link.csv")
    #expect(try files.failure("save [] \"%/link.csv\"").kind == .file)
    #expect(files.folder.read("a.csv") == "1\n")
    _ = try files.value("save 2 \"%/link.csv\"")
    #expect(files.folder.read("a.csv") == "2\n")
    #expect(FileKind(of: files.folder.path + "/link.csv", followsLinks: false) == .link)
    #expect(try FileStatus(of: files.folder.path + "/a.csv").rights == 0o640)
    #expect(Self.names(files.folder.path) == ["a.csv", "link.csv"])
  }

  @Test func `what is saved is told`() throws {
    var files = try FileSession()
    let printed = files.run("w = sample normal(0, 1) [250, 100]; save w \"%/w.npy\"").results.last?.printed.text
    #expect(printed?.replacing(files.folder.path, with: "%") == "saved a 250×100 matrix to %/w.npy (200 kB)")
  }

  private static func names(_ folder: String) -> [String] {
    Folder.names(in: folder).filter { !$0.hasPrefix(".") }.sorted()
  }
}
