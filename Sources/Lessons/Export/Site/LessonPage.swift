import Platform
import Vocabulary
import Workbench

/// A lesson, run and turned into what stands on its page.
struct LessonPage: Sendable {
  /// The lesson's file.
  let path: String
  /// The page's name in the output folder.
  let name: String
  /// As its file's name begins with it; nil where it does not.
  var number: Int? { Course.number(of: path.lastComponent) }
  /// The first heading, or the file's name.
  let title: String
  /// The first sentence; empty where there is none.
  let summary: String
  /// What there is to do: `1 exercise · 2 quizzes`; empty where there is nothing.
  let tasks: String
  /// Links to lessons that are not there.
  let deadLinks: [DeadLink]
  /// How its commands went.
  let result: LessonResult
  let form: ExportForm
  /// What each slide shows; empty in other forms.
  let slides: [HTML]
  /// The answers to a handout; nil where they are not asked for, and where there is no question.
  let answers: HTML?
  /// Outputs that tell what an exercise asks for, where none may.
  let warnings: [Release.Warning]
  /// The title and what comes before the first section.
  private let opening: [HTML]
  private let sections: [HTML]
  private let headings: [PageHeading]

  /// Runs a lesson. Throws where it cannot be read.
  init(
    _ path: String, builtins: BuiltinTable, name: String, pages: [String: String], form: ExportForm
  ) throws(Failure) {
    let markdown: String
    switch TextFile.read(path) {
    case .success(let text): markdown = text
    case .failure(let failure): throw failure
    }
    let document = try Document(markdown)
    let elements = try MarkdownReader.read(markdown, includesText: true).children
    let result = Lesson.run(document, builtins: builtins, path: path)
    self.result = result
    self.path = path
    self.name = name
    self.form = form
    deadLinks = elements.flatMap { DeadLink.all(in: $0, of: path) }
    title =
      elements.first { $0.kind == .heading(level: 1) }?.shownText.trimmingSpace
      ?? FrontMatter(of: markdown)?.title ?? Self.stem(of: path)
    summary = elements.first { $0.kind == .paragraph }?.shownText.firstSentence ?? ""
    tasks = Self.tasks(in: document)
    let plan = try TutorPlan(document, name: title)
    let taskNames = TaskNames(plan)
    let lexicon = builtins.lexicon
    let links = PageLinks(lesson: path, page: name, pages: pages)
    func renderer(_ parts: (any LessonParts)? = nil) -> LessonRenderer {
      LessonRenderer(
        document, result.commands, explored: result.explored, lexicon: lexicon, links: links, parts: parts)
    }
    var rendering = renderer()
    var answers: HTML?
    var sheet: [HTML] = []
    if case .paper(let withAnswers) = form, !taskNames.isEmpty {
      if withAnswers {
        answers = AnswersPage(taskNames, result.commands, rendering, lexicon: lexicon).html(of: plan)
      }
      sheet = [PaperStyle.sheet(points: plan.points)]
      let parts = HandoutParts(plan, taskNames, rendering, lexicon: lexicon)
      rendering = renderer(parts)
    }
    self.answers = answers
    warnings = sheet.isEmpty ? [] : Release.outputs(of: document, thatTellWith: lexicon)
    let pieces = rendering.pieces(of: elements)
    slides =
      form == .slides
      ? SlideCutting(elements, pieces, plan) { SlideDeck.note(rendering.fragment($0.markdown)) }.slides : []
    let first = elements.firstIndex { if case .heading(2...) = $0.kind { true } else { false } } ?? pieces.count
    let title = elements.first.map { $0.kind == .heading(level: 1) && first > 0 } == true ? 1 : 0
    opening = pieces[..<title] + sheet + pieces[title..<first]
    sections = Array(pieces[first...])
    headings = rendering.headings
  }

  /// What the page needs beside the style of all pages.
  var style: HTML {
    let own: HTML =
      switch form {
      case .pages: ""
      case .paper: PaperStyle.html
      case .slides: SlideDeck.style
      }
    return [own, ExplorationRenderer.style(for: result.explored)].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The name of the page of its answers.
  static func answers(of page: String) -> String { "\(page.dropLast(".html".count))-answers.html" }

  /// The page's content, with something more before the first section.
  func content(with addition: HTML = "") -> HTML {
    var parts = opening
    // A lesson that begins with its title has the contents below it.
    let place = headings.first?.level == 1 && !parts.isEmpty ? 1 : 0
    if form == .pages { parts.insert(TableOfContents(headings).html, at: place) }
    let all = (parts + [addition] + sections).filter { !$0.isEmpty }
    return "<article>\n\(all.joined(separator: "\n"))\n</article>"
  }

  private static func stem(of path: String) -> String {
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    return String(name.hasSuffix(".md") ? name.dropLast(3) : name)
  }

  private static func tasks(in document: Document) -> String {
    let predictions = document.blocks.count { $0.marks.contains(.predict) }
    let (exercises, quizzes) = (document.exercises.count, document.quizzes.count)
    return [
      predictions == 0 ? "" : counted(predictions, "prediction"), exercises == 0 ? "" : counted(exercises, "exercise"),
      quizzes == 0 ? "" : quizzes == 1 ? "1 quiz" : "\(quizzes) quizzes",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

/// A link to a Markdown file that is not there.
struct DeadLink: Sendable {
  let line: Int
  let address: String

  static func all(in element: MarkdownElement, of lesson: String) -> [DeadLink] {
    let folder = lesson.lastIndex(of: "/").map { String(lesson[...$0]) } ?? ""
    var links: [DeadLink] = []
    element.forEach { part in
      guard case .link(let written, _) = part.kind else { return }
      let address = Address(written)
      guard address.isRelative, BytePath(address.path).isMarkdown, resolvedPath(folder + address.path) == nil
      else { return }
      links.append(DeadLink(line: max(part.lines.lowerBound, element.lines.lowerBound), address: written))
    }
    return links
  }
}

extension String {
  /// Up to the first full stop, question or exclamation mark that ends a sentence: one that a capital letter follows, or nothing.
  var firstSentence: String {
    for index in indices where ".?!".contains(self[index]) {
      let behind = self[self.index(after: index)...].drop { "\")’”'".contains($0) }
      guard behind.isEmpty || behind.first?.isWhitespace == true else { continue }
      let next = behind.first { !$0.isWhitespace }
      if next.map({ !$0.isLowercase }) ?? true { return String(self[..<behind.startIndex]).trimmingSpace }
    }
    return trimmingSpace
  }
}
