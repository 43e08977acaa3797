import Platform
import TestSupport
import Testing

/// A temporary folder takes nothing with it that only a link in it leads to, or that lies deeper than it may reach.
@Suite struct TemporaryFolderTests {
  @Test func `what links lead to stays`() throws {
    let elsewhere = try TemporaryFolder()
    elsewhere.write("deep/kept.md", "kept")
    var folder: TemporaryFolder? = try TemporaryFolder()
    let path = try #require(folder?.path)
    #expect(symlink(elsewhere.path, path + "/link") == 0)
    #expect(symlink(elsewhere.path + "/deep/kept.md", path + "/file") == 0)
    folder?.write("sub/own.md", "own")
    #expect(symlink("..", path + "/sub/up") == 0)
    folder = nil
    #expect(FileKind(of: path, followsLinks: false) == nil)
    #expect(elsewhere.read("deep/kept.md") == "kept")
  }

  @Test func `what lies too deep stays`() throws {
    let folder = try TemporaryFolder()
    folder.write("a/b/gone.md", "")
    folder.write("a/b/c/kept.md", "kept")
    Folder.remove(folder.path + "/a", levels: 2)
    #expect(folder.read("a/b/c/kept.md") == "kept")
    #expect(folder.read("a/b/gone.md") == nil)
  }
}
