import Platform
import Vocabulary
import Workbench

/// A lesson as a page to work on: its prose as exported pages show it, each step a form.
///
/// Nothing is run for it, and nothing is in it that is earned by an answer: no key, verdict, hint, solution, explanation, nor
/// what a command prints. A student's replies are filled in.
///
/// Each step is a `<section id=KEY>` and can be worked on without a script. What a form sends, to
/// `BASE/lessons/NAME/steps/KEY`: `version`; `after`, the number of attempts that the page shows; `nonce`; `text`, several times
/// where several options are chosen; and the button pressed, `do`, which is an action of `StepAction` or `reset`, by which a
/// student starts a step over.
public struct LivePage: Sendable {
  public let title: String
  /// The first sentence; empty where there is none.
  public let summary: String
  public let plan: TutorPlan
  /// By which its address ends.
  public let name: String
  public let version: String
  /// What stands below each other.
  private let pieces: [[Part]]
  private let forms: [StepForm]

  /// A part of a piece: markup, or the place of a step.
  private enum Part: Sendable {
    case markup(HTML)
    case step(Int)
  }

  /// - Parameters:
  ///   - path: the lesson's file.
  ///   - name: by which its address ends.
  ///   - pages: the names of all lessons by the full paths of their files, so that their links lead to each other.
  ///   - version: of the lesson's text.
  public init(
    _ document: Document, path: String, name: String, pages: [String: String], lexicon: Lexicon, version: String
  ) throws(Failure) {
    let elements = try MarkdownReader.read(document.markdown, includesText: true).children
    let links = PageLinks(lesson: path, page: name, pages: pages)
    let plan = try TutorPlan(document, name: name)
    var renderer = LessonRenderer(document, [], lexicon: lexicon, links: links, parts: LiveParts(plan))
    var pieces = renderer.pieces(of: elements).filter { !$0.isEmpty }.map(Self.parts)
    // A lesson that begins with its title has the contents below it.
    let place = renderer.headings.first?.level == 1 && !pieces.isEmpty ? 1 : 0
    pieces.insert([.markup(TableOfContents(renderer.headings).html)], at: place)
    self.pieces = pieces
    forms = plan.steps.indices.map { StepForm(plan, at: $0, &renderer, lexicon: lexicon) }
    title = plan.title
    summary = elements.first { $0.kind == .paragraph }?.shownText.firstSentence ?? ""
    self.plan = plan
    self.name = name
    self.version = version
  }

  /// Markup cut where steps stand.
  private static func parts(of html: HTML) -> [Part] {
    html.source.split(separator: StepMark.character, omittingEmptySubsequences: false).enumerated().compactMap {
      index, text in
      if !index.isMultiple(of: 2) { return Int(text).map { .step($0) } }
      return text.isEmpty ? nil : .markup(HTML(stringLiteral: String(text)))
    }
  }

  // MARK: Filling in

  /// The page of a student.
  ///
  /// - Parameter state: how a step stands, by its key.
  public func html(_ state: (String) -> StepView, _ frame: PageFrame) -> HTML {
    let views = plan.steps.map { state($0.key) }
    let standing = Standing(views, of: plan)
    let room = AttemptRoom(views)
    var main = HTML()
    var isClosed = false
    for piece in pieces where !isClosed {
      for part in piece {
        switch part {
        case .markup(let html): main += html
        case .step(let index) where views[index].isOpen:
          main += forms[index].section(views[index], room.attempts(of: index), of: self, frame)
        case .step: isClosed = true
        }
      }
      main += "\n"
    }
    if isClosed { main += Self.closed }
    return ServedPage(
      title: title, address: frame.address, script: "gradus.js",
      facts: [
        ("base", frame.address.base), ("lesson", name), ("version", version), ("event", String(frame.event)),
        ("phase", frame.phase.rawValue),
      ], header: header(frame), main: "<article>\n\(main)</article>", end: StudentBar(frame, self, standing).html
    ).html
  }

  /// What a page needs for a reply, as members of the JSON that its script gets: `html`, the attempt with what came of it; `form`, as it
  /// is now; `standing`, how far the student is; `outcome` and `next`, a step's key, both null where there is none.
  ///
  /// - Parameters:
  ///   - attempt: nil where the step was only started over.
  ///   - state: how a step stands now, by its key; attempts may be left out.
  public func members(
    of attempt: StepView.Attempt?, at key: String, _ state: (String) -> StepView, _ frame: PageFrame
  ) -> [(String, JSON)] {
    guard let index = plan.steps.firstIndex(where: { $0.key == key }) else { return [] }
    let views = plan.steps.map { state($0.key) }
    let standing = Standing(views, of: plan)
    var view = views[index]
    if view.attempts.isEmpty, let attempt { view.attempts = [attempt] }
    return [
      ("html", JSON(string: attempt.map { forms[index].reply($0, number: view.after) }?.source ?? "")),
      ("form", JSON(string: forms[index].form(view, of: self, frame).source)),
      ("standing", JSON(string: standing.html(frame.student).source)),
      ("outcome", view.outcome.map { JSON(string: $0.mark) } ?? .null),
      ("next", standing.next.map { JSON(string: $0) } ?? .null), ("after", JSON(number: view.after)),
    ]
  }

  private static let closed: HTML = """
    <p class="closed" id="closed">Your teacher has opened this lesson up to here. The rest comes when it is opened.</p>

    """

  private func header(_ frame: PageFrame) -> HTML {
    "<a href=\"\(frame.address.base)/\">All lessons</a>"
  }

  /// How far the student is.
  struct Standing {
    let finished: Int
    let steps: Int
    let points: Int
    let possible: Int
    /// The key of the first step that is not finished; nil where all are.
    let next: String?

    init(_ views: [StepView], of plan: TutorPlan) {
      let isFinished = views.map { $0.outcome?.isFinished == true }
      finished = isFinished.count { $0 }
      steps = plan.steps.count
      points = zip(views, plan.steps).reduce(0) { $0 + ($1.0.outcome.map($1.1.points(for:)) ?? 0) }
      possible = plan.points
      next = isFinished.firstIndex(of: false).map { plan.steps[$0].key }
    }
  }
}

/// What of the attempts a page has room for: the latest ones, so that it stays quick to load.
private struct AttemptRoom {
  private static let bytes = 160_000
  private var shown: [ArraySlice<StepView.Attempt>]

  init(_ views: [StepView]) {
    shown = views.map { $0.attempts[...] }
    var size = views.map { $0.attempts.reduce(0) { $0 + Self.size($1) } }
    var sum = size.reduce(0, +)
    // From the step with the most, the oldest first; the last attempt of a step stays.
    while sum > Self.bytes, let longest = size.indices.filter({ shown[$0].count > 1 }).max(by: { size[$0] < size[$1] }),
      let oldest = shown[longest].popFirst()
    {
      size[longest] -= Self.size(oldest)
      sum -= Self.size(oldest)
    }
  }

  private static func size(_ attempt: StepView.Attempt) -> Int { attempt.typed.utf8.count + attempt.reply.utf8.count }

  func attempts(of step: Int) -> ArraySlice<StepView.Attempt> { shown[step] }
}
