import Platform
import TestSupport
import Testing

/// A file is the old one or the new one, whole, and nothing else is left.
@Suite struct FileReplacementTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/a.txt" }
  private var names: [String] { Folder.names(in: folder.path).sorted() }

  init() throws {
    folder = try TemporaryFolder()
    folder.write("a.txt", "old")
  }

  @Test func `the old one stays until the new one is whole`() throws {
    let file = try FileReplacement(of: path)
    try file.write(Array("new".utf8))
    #expect(folder.read("a.txt") == "old")
    try file.synchronize()
    try file.finish()
    #expect(folder.read("a.txt") == "new")
    #expect(names == ["a.txt"])
  }

  @Test func `what is given up leaves nothing behind`() throws {
    var file: FileReplacement? = try FileReplacement(of: path)
    try file?.write(Array("new".utf8))
    file = nil
    #expect(folder.read("a.txt") == "old")
    #expect(names == ["a.txt"])
  }

  @Test func `what a killed program left is taken over, and what others write is not`() throws {
    folder.write(".a.txt.part0", "left behind")
    let first = try FileReplacement(of: path)
    let second = try FileReplacement(of: path)
    #expect(names == [".a.txt.part0", ".a.txt.part1", "a.txt"])
    try first.write(Array("1".utf8))
    try second.write(Array("2".utf8))
    try second.finish()
    try first.finish()
    #expect(folder.read("a.txt") == "1")
    #expect(names == ["a.txt"])
  }

  @Test func `rights are kept or given`() throws {
    chmod(path, 0o640)
    try FileReplacement(of: path).finish()
    #expect(try FileStatus(of: path).rights == 0o640)
    try FileReplacement(of: path, rights: 0o600).finish()
    #expect(try FileStatus(of: path).rights == 0o600)
  }

  @Test func `nothing is written through a link`() throws {
    folder.write("other.txt", "other")
    #expect(symlink("other.txt", folder.path + "/.a.txt.part0") == 0)
    let file = try FileReplacement(of: path)
    try file.write(Array("new".utf8))
    try file.finish()
    #expect(folder.read("other.txt") == "other")
    #expect(folder.read("a.txt") == "new")
  }

  @Test func `without a folder there is none`() throws {
    #expect(throws: SystemError(ENOENT)) { try FileReplacement(of: folder.path + "/none/a.txt") }
  }
}
