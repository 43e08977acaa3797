import Platform
import TestSupport
import Testing

/// A folder of a test takes nothing with it that only a link in it leads to.
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
    #expect(access(path, F_OK) != 0)
    #expect(elsewhere.read("deep/kept.md") == "kept")
  }
}
