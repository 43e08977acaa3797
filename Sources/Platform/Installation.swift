/// Where a program stands, and what was installed along with it.
///
/// Under a prefix such as `/usr`, programs are in `bin` and their data in `share/gradus`. A build stands in `.build`, or in a
/// folder whose name begins so, of its source tree, whose folders take the place of `share/gradus`.
public struct Installation: Sendable {
  /// The path of the program without links; nil where nothing tells it.
  public let program: String?

  public init(program: String?) { self.program = program }

  public static let variable = EnvironmentVariable(
    "PATH", "The folders in which programs are looked for: gradus itself, and those that draw figures as PNG.")

  /// That of the running program, looked up when it is asked for first.
  public static let current = Installation(
    program: ownProgram.flatMap(present)
      ?? CommandLine.arguments.first.flatMap { find($0, in: variable.value) })

  // MARK: The program

  /// Where a program is that was called by a name: the file itself where the name has a `/`, else the first of that name that
  /// may be run in some folders.
  ///
  /// - Parameter folders: as `PATH` has them, parted by `:`; an empty one is the current folder.
  public static func find(_ name: String, in folders: String?) -> String? {
    if name.contains("/") { return resolvedPath(name) }
    guard !name.isEmpty, let folders else { return nil }
    let candidates = folders.split(separator: ":", omittingEmptySubsequences: false).lazy.map {
      ($0.isEmpty ? "." : $0) + "/" + name
    }
    return candidates.first(where: mayBeRun).flatMap(resolvedPath)
  }

  private static func mayBeRun(_ path: String) -> Bool { FileKind(of: path) == .file && access(path, X_OK) == 0 }

  /// Linux marks a program whose file has been replaced while it runs, as when gradus is installed anew; then the new file is meant.
  private static func present(_ path: String) -> String? {
    let mark = " (deleted)"
    return resolvedPath(path) ?? (path.hasSuffix(mark) ? resolvedPath(String(path.dropLast(mark.count))) : nil)
  }

  // MARK: What came along

  /// A folder of data that was installed along with the program, such as `lessons`; nil where there is none.
  public func data(_ name: String) -> String? {
    let places = [prefix.map { $0 + "/share/gradus/" + name }, sourceTree.map { $0 + "/" + name }]
    return places.compactMap { $0 }.first(where: Folder.exists)
  }

  /// What has the `bin` of the program.
  private var prefix: String? { program.map { BytePath($0).folder.folder.text } }

  /// The top of the source tree that the program was built in; nil where it stands in none.
  private var sourceTree: String? {
    guard let program else { return nil }
    let parts = program.split(separator: "/", omittingEmptySubsequences: false)
    guard let build = parts.lastIndex(where: { $0.hasPrefix(".build") }) else { return nil }
    let top = parts[..<build].joined(separator: "/")
    return FileKind(of: top + "/Package.swift") == .file ? top : nil
  }

  // MARK: Helpers

  /// Why a program that gradus needs cannot be run.
  public struct UnusableHelper: Error, Equatable {
    /// What is wrong, in one sentence without a full stop.
    public let message: String
    /// What to do.
    public let hint: String
  }

  /// The path of a program that stands beside this one and works for it, such as `gradus-serve`.
  public func helper(_ name: String) throws(UnusableHelper) -> String {
    guard let program else {
      throw UnusableHelper(
        message: "'\(name)' cannot be found, since nothing tells where gradus itself is",
        hint: "call gradus by its whole path")
    }
    let path = BytePath(program).folder.appending(BytePath(name)).text
    if Self.mayBeRun(path) { return path }
    guard FileKind(of: path) == nil else {
      throw UnusableHelper(message: "the program '\(path)' may not be run", hint: "chmod +x '\(path)'")
    }
    throw UnusableHelper(
      message: "the program '\(path)' is missing",
      hint: sourceTree == nil
        ? "install gradus again, with all its programs" : "swift build -c release --product \(name)")
  }
}
