import Platform
import Vocabulary
import Workbench

/// What words mean that name lessons.
///
/// A word is a file, a folder, or the number or name of a lesson: in the folder named right before it, else in the library at
/// hand. No words mean the library itself.
public struct LessonChoice: Sendable {
  /// Files and folders, in the order of the words.
  public let paths: [String]
  /// The library that was drawn upon; nil where all words were paths.
  public let library: LessonLibrary?

  /// Throws where a word means nothing, or several lessons.
  public init(_ words: [String], installation: Installation = .current) throws(Failure) {
    var paths: [String] = []
    var library: LessonLibrary?
    /// Of which the next word may name a lesson, and whether one has.
    var folder: (path: String, isEntered: Bool)?
    for word in words {
      if let isFolder = LessonFiles.isFolder(word) {
        paths.append(word)
        folder = isFolder ? (word, false) : nil
      } else if word.contains("/") {
        throw Failure(.document, "there is no file or folder '\(word)'")
      } else if let (path, isEntered) = folder {
        // Not the folder as a whole, then.
        if !isEntered { paths.removeLast() }
        folder = (path, true)
        paths.append(try Course([path]).entry(word).path)
      } else {
        let found = if let library { library } else { try Self.library(for: word, installation) }
        library = found
        paths.append(try found.lesson(word))
      }
    }
    if words.isEmpty {
      let found = try LessonLibrary.atHand(installation)
      library = found
      paths = [found.folder]
    }
    self.paths = paths
    self.library = library
  }

  /// What words mean of which the last may name a sitting of its lesson: `4.2`, `saturation.2`, `mine/coins.md.2`.
  public static func withSitting(
    _ words: [String], installation: Installation = .current
  ) throws(Failure) -> (choice: LessonChoice, sitting: Int?) {
    if let (lesson, sitting) = words.last.flatMap(sitting(in:)) {
      do {
        return (try LessonChoice(words.dropLast() + [lesson], installation: installation), sitting)
      } catch {
        // There may be a lesson whose name ends so.
        if let choice = try? LessonChoice(words, installation: installation) { return (choice, nil) }
        throw error
      }
    }
    return (try LessonChoice(words, installation: installation), nil)
  }

  /// The lesson and the number that a word names; nil where it is the name of a file or a folder, or does not end so.
  private static func sitting(in word: String) -> (lesson: String, number: Int)? {
    guard LessonFiles.isFolder(word) == nil, let point = word.lastIndex(of: "."), point > word.startIndex else {
      return nil
    }
    let digits = word[word.index(after: point)...]
    return digits.allSatisfy(\.isASCII) ? Int(digits).map { (String(word[..<point]), $0) } : nil
  }

  /// The one lesson that a word means; nil where it is a folder.
  public var lesson: String? {
    guard let path = paths.first, paths.count == 1, LessonFiles.isFolder(path) != true else { return nil }
    return path
  }

  private static func library(for word: String, _ installation: Installation) throws(Failure) -> LessonLibrary {
    do {
      return try LessonLibrary.atHand(installation)
    } catch {
      throw Failure(.document, "there is no file or folder '\(word)', and \(error.message)", hint: error.hint)
    }
  }

  /// What is to be said where lessons are of another version of gradus than this: one sentence, the first that applies.
  public func notice(installation: Installation = .current) -> String? {
    for path in paths {
      let folder = LessonFiles.isFolder(path) == true ? path : BytePath(path).parent.text
      guard let version = LessonLibrary.version(ofLessonsIn: folder), version != Version.current else { continue }
      let bundled = try? LessonLibrary.bundled(installation)
      let isOwn = bundled.map { FileKind.isSame($0.folder, folder) } ?? false
      let advice =
        switch bundled?.origin {
        case .named where isOwn: "unset \(LessonLibrary.variable.name) for its own"
        case .bundled where !isOwn: "'gradus learn --copy FOLDER' writes its own"
        default: "install gradus again, with its lessons"
        }
      return "'\(folder)' holds the lessons of gradus \(version), and this is gradus \(Version.current) (\(advice))"
    }
    return nil
  }
}
