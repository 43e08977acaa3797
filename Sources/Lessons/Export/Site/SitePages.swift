/// The pages of a site, put together from lessons that have run.
struct SitePages {
  /// In the order of the site.
  let lessons: [LessonPage]
  /// The README.md of the folder; nil where there is none.
  let introduction: LessonPage?

  /// Each page with its name.
  var all: [(name: String, page: HTMLPage)] {
    [(Site.index, index)] + lessons.indices.map { (lessons[$0].name, page(at: $0)) }
  }

  private var index: HTMLPage {
    let heading: HTML = introduction == nil ? "<h1>Lessons</h1>\n" : ""
    let list = self.list
    return HTMLPage(
      title: introduction?.title ?? "Lessons", summary: introduction?.summary ?? "",
      main: introduction?.content(with: list) ?? "<article>\n\(heading)\(list)\n</article>")
  }

  private var list: HTML {
    var items = HTML()
    for lesson in lessons {
      items += "<li><a href=\"\(PageLinks.address(of: lesson.name, from: Site.index))\">\(lesson.title)</a>\n"
      if !lesson.summary.isEmpty { items += "<p>\(lesson.summary)</p>\n" }
      if !lesson.tasks.isEmpty { items += "<p class=\"muted\">\(lesson.tasks)</p>\n" }
      items += "</li>\n"
    }
    return "<nav aria-label=\"Lessons\"><ol class=\"lessons\">\n\(items)</ol></nav>"
  }

  private func page(at index: Int) -> HTMLPage {
    let lesson = lessons[index]
    let top = PageLinks.address(of: Site.index, from: lesson.name)
    let previous = index > 0 ? link(to: lessons[index - 1], from: lesson, "prev", "Previous") : ""
    let next = index + 1 < lessons.count ? link(to: lessons[index + 1], from: lesson, "next", "Next") : ""
    let end: HTML =
      previous.isEmpty && next.isEmpty
      ? "" : "<nav class=\"neighbours\" aria-label=\"Previous and next lesson\">\n\(previous)\(next)</nav>"
    return HTMLPage(
      title: lesson.title, summary: lesson.summary,
      header: "<nav aria-label=\"Site\"><a href=\"\(top)\">All lessons</a></nav>", main: lesson.content(), end: end)
  }

  private func link(to other: LessonPage, from lesson: LessonPage, _ relation: String, _ word: String) -> HTML {
    let address = PageLinks.address(of: other.name, from: lesson.name)
    return "<a rel=\"\(relation)\" href=\"\(address)\"><span>\(word)</span> \(other.title)</a>\n"
  }
}
