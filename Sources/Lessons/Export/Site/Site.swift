import Platform
import Vocabulary
import Workbench

/// Lessons as pages: which lesson becomes which page, and the page that leads to all of them.
struct Site: Sendable {
  /// The page that leads to all others.
  static let index = "index.html"

  /// A lesson and the page it becomes.
  struct Entry: Sendable, Equatable {
    let lesson: String
    /// The page's name in the output folder.
    let page: String
  }

  /// In the order of the paths, and of the names in a folder.
  let entries: [Entry]
  /// The README.md whose words open the index.
  let introduction: String?

  /// Finds the lessons that some paths mean. A folder keeps its order and its inner folders, and its README.md becomes the
  /// introduction; of several folders', the first one's.
  ///
  /// Throws where a path does not exist, a folder holds no lesson, or two lessons would become the same page.
  init(_ paths: [String]) throws(Failure) {
    var entries: [Entry] = []
    var introduction: String?
    var pages: [String: String] = [:]
    var seen: Set<String> = []
    for path in paths {
      let files = try LessonFiles.find([path])
      let base = files == [path] ? nil : path.hasSuffix("/") ? path : path + "/"
      if let base, introduction == nil, resolvedPath(base + "README.md") != nil {
        introduction = (base == "./" ? "" : base) + "README.md"
      }
      for file in files where file != introduction && seen.insert(resolvedPath(file) ?? file).inserted {
        let page = Self.page(for: file, below: path)
        if page.lowercased() == Self.index {
          throw Failure(.document, "'\(file)' would take the place of the index", hint: "give it another name")
        }
        if let other = pages.updateValue(file, forKey: page.lowercased()) {
          throw Failure(.document, "'\(other)' and '\(file)' would both become '\(page)'")
        }
        entries.append(Entry(lesson: file, page: page))
      }
    }
    self.entries = entries
    self.introduction = introduction
  }

  /// The name below the folder that was given, `.html` in the place of `.md`.
  private static func page(for file: String, below folder: String) -> String {
    let name = LessonFiles.name(of: file, below: folder) ?? file.lastComponent
    return (name.hasSuffix(".md") ? String(name.dropLast(3)) : name) + ".html"
  }

  /// The names of the pages by the full paths of their lessons.
  var pages: [String: String] {
    var pages: [String: String] = [:]
    for entry in entries { pages[resolvedPath(entry.lesson) ?? entry.lesson] = entry.page }
    if let introduction { pages[resolvedPath(introduction) ?? introduction] = Self.index }
    return pages
  }
}
