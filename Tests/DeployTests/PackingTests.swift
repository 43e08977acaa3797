import Platform
import TestSupport
import Testing

/// The scripts that make packages, on a small tree in the place of the program. Their laws are in `packing_laws.py`; a real
/// package is made by `.ci/package`.
@Suite struct PackingTests {
  /// The tools that the scripts work with are found only where packages are made.
  private static let canPack = Python.has() && has("dpkg-deb")

  @Test(.enabled(if: canPack, "needs python3 and dpkg-deb"))
  func `laws of packages`() throws {
    let folder = try TemporaryFolder()
    let process = try ChildProcess(
      "python3", [Project.path("Tests/DeployTests/packing_laws.py"), Project.path("Sources/Deploy"), folder.path],
      output: .file(folder.path + "/output"), errors: .file(folder.path + "/errors"))
    let ending = process.wait()
    #expect(ending == .exited(0), "\(folder.read("output") ?? "")\(folder.read("errors") ?? "")")
  }

  private static func has(_ program: String) -> Bool {
    (try? ChildProcess(program, ["--version"], output: .nothing).wait()) == .exited(0)
  }
}
