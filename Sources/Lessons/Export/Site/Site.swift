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
  let form: ExportForm

  /// Finds the lessons that some paths mean. A folder keeps its order and its inner folders, and its README.md becomes the
  /// introduction; of several folders', the first one's.
  ///
  /// Throws where a path does not exist, a folder holds no lesson, or two lessons would become the same page.
  init(_ paths: [String], form: ExportForm) throws(Failure) {
    self.form = form
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
        for name in Self.names(of: page, form) {
          if let other = pages.updateValue(file, forKey: name.lowercased()) {
            throw Failure(.document, "'\(other)' and '\(file)' would both become '\(name)'")
          }
        }
        entries.append(Entry(lesson: file, page: page))
      }
    }
    self.entries = entries
    self.introduction = introduction
  }

  /// A page and that of its answers.
  private static func names(of page: String, _ form: ExportForm) -> [String] {
    form.hasAnswers ? [page, LessonPage.answers(of: page)] : [page]
  }

  /// The names of all pages that there may be.
  var names: [String] { [Self.index] + entries.flatMap { Self.names(of: $0.page, form) } }

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

/// The pages of a site, put together from lessons that have run.
struct SitePages {
  /// In the order of the site.
  let lessons: [LessonPage]
  /// The README.md of the folder; nil where there is none.
  let introduction: LessonPage?

  /// Each page with its name.
  var all: [(name: String, page: HTMLPage)] {
    [(Site.index, index)]
      + lessons.indices.flatMap { place in
        let lesson = lessons[place]
        let answers = lesson.answers.map { answers in
          let page = HTMLPage(
            title: "Answers: \(lesson.title)", style: PaperStyle.html, header: header(of: lesson), main: answers)
          return [(LessonPage.answers(of: lesson.name), page)]
        }
        return [(lesson.name, page(at: place))] + (answers ?? [])
      }
  }

  private var index: HTMLPage {
    let heading: HTML = introduction == nil ? "<h1>Lessons</h1>\n" : ""
    let list = self.list
    return HTMLPage(
      title: introduction?.title ?? "Lessons", summary: introduction?.summary ?? "", style: introduction?.style ?? "",
      main: introduction?.content(with: list) ?? "<article>\n\(heading)\(list)\n</article>")
  }

  private var list: HTML {
    var items = HTML()
    let told = introduction?.content().source ?? ""
    for lesson in lessons {
      let address = PageLinks.address(of: lesson.name, from: Site.index)
      items += "<li><a href=\"\(address)\">\(lesson.title)</a>\n"
      // What README.md leads to it tells of, too.
      if !lesson.summary.isEmpty, !told.contains("href=\"\(address)\"") { items += "<p>\(lesson.summary)</p>\n" }
      if !lesson.tasks.isEmpty { items += "<p class=\"muted\">\(lesson.tasks)</p>\n" }
      if lesson.answers != nil {
        let address = PageLinks.address(of: LessonPage.answers(of: lesson.name), from: Site.index)
        items += "<p><a href=\"\(address)\">Answers: \(lesson.title)</a></p>\n"
      }
      items += "</li>\n"
    }
    return "<nav aria-label=\"Lessons\"><ol class=\"lessons\">\n\(items)</ol></nav>"
  }

  private func page(at index: Int) -> HTMLPage {
    let lesson = lessons[index]
    let previous = index > 0 ? link(to: lessons[index - 1], from: lesson, "prev", "Previous") : ""
    let next = index + 1 < lessons.count ? link(to: lessons[index + 1], from: lesson, "next", "Next") : ""
    let end: HTML =
      previous.isEmpty && next.isEmpty
      ? "" : "<nav class=\"neighbours\" aria-label=\"Previous and next lesson\">\n\(previous)\(next)</nav>"
    let header = header(of: lesson)
    switch lesson.form {
    case .pages:
      return HTMLPage(
        title: lesson.title, summary: lesson.summary, style: lesson.style, header: header, main: lesson.content(),
        end: end)
    case .paper:
      return HTMLPage(
        title: lesson.title, summary: lesson.summary, style: lesson.style, header: header, main: lesson.content())
    case .slides:
      let deck = SlideDeck(title: lesson.title, slides: lesson.slides, opening: header, ending: end)
      return HTMLPage(
        title: lesson.title, summary: lesson.summary, style: lesson.style, script: SlideScript.html, main: deck.html)
    }
  }

  /// What leads elsewhere: to the index, to all other lessons, and to the same lesson in a terminal.
  private func header(of lesson: LessonPage) -> HTML {
    let index = PageLinks.address(of: Site.index, from: lesson.name)
    var parts: [HTML] = ["<a href=\"\(index)\">All lessons</a>"]
    if lesson.form == .pages, lessons.count > 1 { parts.append(course(from: lesson)) }
    if lesson.form == .pages, !lesson.tasks.isEmpty {
      let word = lesson.number.map { String($0) } ?? lesson.path.lastComponent.shellWord
      parts.append("<span>In a terminal: <code>gradus learn \(word)</code></span>")
    }
    return "<nav aria-label=\"Site\">\(parts.joined(separator: "\n"))</nav>"
  }

  /// Where a lesson stands among all, and the way to each.
  private func course(from lesson: LessonPage) -> HTML {
    let count = lessons.count { $0.number != nil }
    let place = lesson.number.map { "Lesson \($0) of \(count)" } ?? "Other lessons"
    let items = lessons.map { other -> HTML in
      let number: HTML = other.number.map { "\($0). " } ?? ""
      if other.name == lesson.name { return "<li aria-current=\"page\">\(number)\(other.title)</li>\n" }
      return
        "<li>\(number)<a href=\"\(PageLinks.address(of: other.name, from: lesson.name))\">\(other.title)</a></li>\n"
    }
    return "<details class=\"course\"><summary>\(place)</summary>\n<ul>\n\(items.joined())</ul></details>"
  }

  private func link(to other: LessonPage, from lesson: LessonPage, _ relation: String, _ word: String) -> HTML {
    let address = PageLinks.address(of: other.name, from: lesson.name)
    return "<a rel=\"\(relation)\" href=\"\(address)\"><span>\(word)</span> \(other.title)</a>\n"
  }
}

/// The folder that pages are written to.
struct OutputFolder {
  private let path: String
  /// Where a page's generator is looked for.
  private static let head = 4096

  init(_ path: String) { self.path = path }

  /// Makes the folders for some pages. Throws where one cannot be made, or a page would take the place of a file that
  /// gradus did not make.
  func prepare(for pages: [String]) throws(Failure) {
    var folders: Set<String> = []
    for page in pages {
      let file = place(of: page)
      let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
      if folders.insert(folder).inserted { try Self.make(folder) }
      guard !isForeign(file) else {
        throw Failure(
          .document, "'\(file)' was not made by gradus and is left as it is",
          hint: "choose another folder with --output")
      }
    }
  }

  func write(_ text: String, as page: String) throws(Failure) {
    try TextFile.replace(place(of: page), with: Array(text.utf8))
  }

  private func place(of page: String) -> String { path + (path.hasSuffix("/") ? "" : "/") + page }

  private static func make(_ folder: String) throws(Failure) {
    do {
      try Folder.make(folder)
    } catch {
      throw error.failure
    }
  }

  /// Whether somebody else's file stands there.
  private func isForeign(_ file: String) -> Bool {
    guard let file = try? OpenFile(reading: file) else { return false }
    let bytes = (try? file.rest(atMost: Self.head)) ?? []
    return String(decoding: bytes, as: UTF8.self).firstRange(of: HTMLPage.generator.source) == nil
  }
}
