import Vocabulary
import Workbench

/// Lessons in the order of their files.
public struct Course: Sendable {
  public struct Entry: Sendable {
    public let path: String
    /// As its file name begins with it; where none of them do, its place.
    public let number: Int?
    public var fileName: String { String(path.split(separator: "/").last ?? "") }
    /// The file's name without its number and ending.
    public var name: String { Course.name(of: fileName) }
  }

  public let entries: [Entry]

  /// The lessons that some paths mean. Throws where a path does not exist or a folder holds no lesson.
  public init(_ paths: [String]) throws(Failure) {
    let files = try LessonFiles.find(paths)
    let numbers = files.map { Self.number(of: String($0.split(separator: "/").last ?? "")) }
    let isNumbered = numbers.contains { $0 != nil }
    entries = files.enumerated().map { Entry(path: $1, number: isNumbered ? numbers[$0] : $0 + 1) }
  }

  /// The lesson that a number or a name means: the number of a lesson, or what its name is or begins with. Throws where
  /// there is none or more than one.
  public func entry(_ word: String) throws(Failure) -> Entry {
    if let number = Int(word) {
      if let entry = entries.first(where: { $0.number == number }) { return entry }
      throw Failure(.document, "there is no lesson \(number) here", hint: "'gradus learn' lists them")
    }
    let wanted = Self.name(of: word)
    if let entry = entries.first(where: { $0.fileName == word || $0.name == wanted }) { return entry }
    let near = wanted.isEmpty ? [] : entries.filter { $0.name.hasPrefix(wanted) }
    if near.count == 1 { return near[0] }
    let names = near.map(\.name).joined(separator: " or ")
    let hint = near.isEmpty ? Suggestion.hint(for: wanted, among: entries.map(\.name)) : "it could be \(names)"
    throw Failure(.document, "there is no file, folder or lesson '\(word)'", hint: hint)
  }

  /// The lesson after one in the same folder; only numbered ones follow numbered ones.
  public static func successor(of path: String) -> Entry? {
    let slash = path.lastIndex(of: "/")
    let own = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let prefix = slash.map { String(path[...$0]) } ?? ""
    let isNumbered = number(of: own) != nil
    let next = LessonFiles.names(in: prefix.isEmpty ? "." : prefix).sorted().first { name in
      guard name > own, name.hasSuffix(".md"), !name.hasPrefix("."), !isNumbered || number(of: name) != nil,
        case .success(let text) = TextFile.read(prefix + name)
      else { return false }
      return Lesson.isLesson(text)
    }
    return next.map { Entry(path: prefix + $0, number: number(of: $0)) }
  }

  /// Reads a lesson for the tutor.
  ///
  /// - Parameter learner: whose name draws the variants; those that the lesson shows where it is nobody's.
  public static func plan(_ path: String, for learner: String? = nil) throws(Failure) -> TutorPlan {
    var document = try Document(TextFile.read(path).get())
    if let learner { document = try Document(document.text(for: learner)) }
    return try TutorPlan(document, name: name(of: String(path.split(separator: "/").last ?? "")))
  }

  static func number(of fileName: String) -> Int? { Int(fileName.prefix { $0.isASCII && $0.isNumber }) }

  static func name(of fileName: String) -> String {
    let bare = fileName.hasSuffix(".md") ? String(fileName.dropLast(3)) : fileName
    let rest = bare.drop { $0.isASCII && $0.isNumber }.drop { "-_. ".contains($0) }
    return rest.isEmpty ? bare : String(rest)
  }
}
