import Platform
import Vocabulary
import Workbench

/// A folder of lessons that somebody has at hand, so that a lesson can be called by its number or name.
public struct LessonLibrary: Sendable, Equatable {
  public enum Origin: Sendable {
    /// A folder `lessons` in the one where somebody works.
    case here
    /// What came with gradus.
    case bundled
    /// What an environment variable names in the place of that.
    case named
  }

  public let folder: String
  public let origin: Origin

  /// What is to be said after `lessons that`: where they are from; nil where that is plain to see.
  public var provenance: String? {
    switch origin {
    case .here: nil
    case .bundled: "came with gradus"
    case .named: "\(Self.variable.name) names"
    }
  }

  /// What such a folder is called, here and in what is installed.
  private static let name = "lessons"
  public static let variable = EnvironmentVariable(
    "GRADUS_LESSONS", "A folder in the place of the lessons that came with gradus, such as those of a school.")

  public init(folder: String, origin: Origin) {
    self.folder = folder
    self.origin = origin
  }

  /// The folder `lessons` here, else what came with gradus. Throws where there is neither.
  public static func atHand(_ installation: Installation = .current) throws(Failure) -> LessonLibrary {
    if Folder.exists(name) { return LessonLibrary(folder: name, origin: .here) }
    do {
      return try bundled(installation)
    } catch {
      guard variable.value == nil else { throw error }
      throw Failure(
        .document, "there is no folder '\(name)' here, and no lessons came with gradus",
        hint: "name a lesson's file or a folder of lessons")
    }
  }

  /// What came with gradus, or is named in its place. Throws where there is neither.
  public static func bundled(_ installation: Installation = .current) throws(Failure) -> LessonLibrary {
    if let folder = variable.value {
      guard Folder.exists(folder) else {
        throw Failure(
          .document, "\(variable.name) names '\(folder)', which is no folder",
          hint: "set it to a folder of lessons, or unset it")
      }
      return LessonLibrary(folder: folder, origin: .named)
    }
    guard let folder = installation.data(name) else {
      throw Failure(
        .document, "no lessons came with this gradus", hint: "install it again, with the folder share/gradus beside bin"
      )
    }
    return LessonLibrary(folder: folder, origin: .bundled)
  }

  /// The version of gradus that its reference is of; nil where it has none, as lessons of one's own.
  public var version: String? { Self.version(ofLessonsIn: folder) }

  static func version(ofLessonsIn folder: String) -> String? {
    let path = BytePath(folder).appending(BytePath("reference.md"))
    guard FileKind(of: path) == .file, let bytes = try? OpenFile(reading: path).rest(atMost: 200) else { return nil }
    return Reference.version(ofPage: String(decoding: bytes, as: UTF8.self))
  }

  // MARK: Calling lessons

  /// The lesson that a number or a name means. Throws where there is none or more than one.
  func lesson(_ word: String) throws(Failure) -> String { try Course([folder]).entry(word).path }

  /// What a lesson of this folder can be called by instead of its path: its number, where no other has it.
  public func number(of lesson: String) -> Int? {
    let path = BytePath(lesson)
    guard FileKind.isSame(path.parent.text, folder), let number = Course.number(of: path.name.text) else { return nil }
    let others = LessonFiles.names(in: folder).count { Course.number(of: $0) == number && BytePath($0).isMarkdown }
    return others == 1 ? number : nil
  }
}
