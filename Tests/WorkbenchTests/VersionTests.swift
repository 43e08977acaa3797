import TestSupport
import Testing
import Workbench

@Suite struct VersionTests {
  @Test func `README unpacks the package of this version`() throws {
    let readme = try TextFile.read(Project.path("README.md")).get()
    let packages = Set(readme.matches(of: /gradus-\d+\.\d+\.\d+-linux/).map { String($0.0) })
    #expect(packages == ["gradus-\(Version.current)-linux"])
  }
}
