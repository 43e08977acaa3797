import Lessons
import Platform
import Workbench

/// What `--version` says: which gradus this is, where it stands and where its lessons are.
///
/// ```
/// gradus 0.1.0 (static, x86_64)
/// program: /usr/bin/gradus
/// lessons: /usr/share/gradus/lessons, which came with gradus
/// ```
struct VersionText {
  let text: String

  init(_ installation: Installation = .current) {
    let linking = installation.program.flatMap { Linking(of: $0) }
    let build = [linking?.rawValue, processorKind].compactMap { $0 }.joined(separator: ", ")
    text = """
      gradus \(Version.current) (\(build))
      program: \(installation.program ?? "unknown, since the system does not tell")
      lessons: \(Self.lessons(installation))
      """
  }

  private static func lessons(_ installation: Installation) -> String {
    do {
      let library = try LessonLibrary.atHand(installation)
      let version = library.version.flatMap { $0 == Version.current ? nil : ", of gradus \($0)" }
      let origin = library.provenance.map { "which \($0)" } ?? "a folder here"
      return "\(library.folder), \(origin)\(version ?? "")"
    } catch {
      return "none: \(error.text())"
    }
  }
}
