import Lessons
import Platform
import Workbench

/// What `--version` says: which gradus this is, where it stands and where its lessons are.
///
/// ```
/// gradus 0.1.0 (static, x86_64)
/// program: /usr/bin/gradus
/// lessons: /usr/share/gradus/lessons, came with the program
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
      let place =
        library.origin == .here ? "\(library.folder), a folder here" : "\(library.folder), came with the program"
      let version = library.version.flatMap { $0 == Version.current ? nil : ", of gradus \($0)" }
      return place + (version ?? "")
    } catch {
      return "none: \(error.text())"
    }
  }
}
