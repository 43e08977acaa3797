import Builtins
import Lessons
import TestSupport
import Testing
import Workbench

/// The sittings of the course are as short as is promised, stand by themselves, and make the paths that teachers are given.
@Suite struct CourseSittingsTests {
  struct Part: CustomTestStringConvertible, Sendable {
    let path: String
    /// As it is typed after `gradus learn`.
    let call: String
    let plan: TutorPlan
    let sitting: Sitting

    var testDescription: String { call }

    /// Whether a section is taught in it; what stands above the first one is, in the first sitting.
    func holds(_ place: GlossaryTests.Place) -> Bool {
      guard call.hasPrefix("\(place.lesson).") else { return false }
      return sitting.sections.contains(place.section) || (place.section == plan.title && sitting.number == 1)
    }
  }

  /// Of the lessons and the project.
  static let parts: [Part] = {
    guard let course = try? Course([Project.path("lessons")]) else { return [] }
    return course.entries.filter { $0.number != nil || $0.name == "project" }.flatMap { entry -> [Part] in
      guard let plan = try? Course.plan(entry.path) else { return [] }
      let lesson = entry.number.map { "\($0)" } ?? entry.name
      return plan.sittings.map { Part(path: entry.path, call: "\(lesson).\($0.number)", plan: plan, sitting: $0) }
    }
  }()

  @Test(arguments: parts)
  func `a sitting is short and asks something`(_ part: Part) {
    #expect(part.sitting.steps.count <= Sitting.mostSteps)
    #expect(part.sitting.minutes <= Sitting.mostMinutes)
    #expect(part.plan.steps[part.sitting.steps].contains { $0.isQuestion })
  }

  /// What comes before it in the lesson has run unseen, and nothing else is needed.
  @Test(arguments: parts)
  func `a sitting can be begun by itself`(_ part: Part) {
    var tutor = Tutor(
      part.plan, session: LessonSession(builtins: .standard, path: part.path),
      record: LessonRecord(title: part.plan.title, fileName: "lesson.md"))
    var shown = tutor.begin(part.sitting)
    while part.sitting.steps.contains(tutor.position) {
      let step = part.plan.steps[tutor.position]
      let position = tutor.position
      if case .exercise = step.task { shown += tutor.take("skip") }
      if case .quiz = step.task { shown += tutor.take("skip") }
      if tutor.position == position { shown += tutor.take("") }
      guard tutor.position == position + 1 else {
        Issue.record("step \(position + 1) does not end")
        break
      }
    }
    for case .remark(let passages) in shown {
      let text = ProseLayout(width: 80).lines(of: passages).map(\.text).joined(separator: " ")
      for complaint in ["not what the lesson says", "does not expect this", "set-up does not run"] {
        #expect(!text.contains(complaint), "\(text)")
      }
    }
  }

  // MARK: The paths for teachers

  /// A row of a path: what is to be typed, and the sections that it says this shows.
  struct Row: CustomTestStringConvertible, Sendable {
    let call: String
    let cells: [String]
    var part: Part? { parts.first { $0.call == call } }

    var testDescription: String { call }
  }

  /// The rows of the tables in `lessons/teaching.md` that name sittings, table by table.
  static let paths: [[Row]] = {
    guard case .success(let text) = TextFile.read(Project.path("lessons/teaching.md")),
      let root = try? MarkdownReader.read(text, includesText: true)
    else { return [] }
    return root.children.map { table in
      guard case .table = table.kind else { return [] }
      return table.children.compactMap { row in
        let cells = row.children.map(\.plainText)
        let call = cells.first { $0.hasPrefix("gradus learn ") }
        return call.map { Row(call: String($0.dropFirst("gradus learn ".count)), cells: cells) }
      }
    }.filter { !$0.isEmpty }
  }()

  @Test func `the page for teachers is no lesson, so that no class gets to see it`() {
    #expect(!LessonFiles.isLesson(Project.path("lessons/teaching.md")))
  }

  @Test func `there are a spine and a workshop`() {
    #expect(Self.paths.count == 2)
    #expect(Self.paths.map(\.count).min() ?? 0 >= 7)
    for path in Self.paths {
      let places = path.compactMap { row in Self.parts.firstIndex { $0.call == row.call } }
      #expect(places == places.sorted() && places.count == path.count, "in the order of the lessons")
    }
  }

  @Test(arguments: paths.flatMap(\.self))
  func `a row says what the sitting holds, and how long it takes`(_ row: Row) throws {
    let part = try #require(row.part, "there is no such sitting")
    #expect(row.cells.contains(part.sitting.title))
    #expect(row.cells.contains("\(part.sitting.minutes)"))
  }

  /// By the same rule as the tutor tells, unrounded, with the break.
  @Test func `the workshop fits into two hours`() throws {
    let workshop = try #require(Self.paths.last)
    let seconds = workshop.reduce(0) { $0 + ($1.part?.sitting.seconds ?? 0) }
    #expect(seconds + 10 * 60 <= 120 * 60)
  }

  /// The introduction for everybody names the same sittings, after the words for it.
  @Test func `the introduction names the workshop's sittings`() throws {
    let text = try TextFile.read(Project.path("lessons/README.md")).get()
    let start = try #require(text.firstRange(of: "the sittings `gradus learn "))
    let named = text[start.upperBound...].prefix(100).split(separator: "`")
    let calls = named.filter { $0.first?.isNumber == true }.map(String.init)
    #expect(Self.paths.last?.map(\.call) == calls)
  }

  /// The minutes that teachers are told for a lesson are those of its sittings, and a little more.
  @Test(arguments: Set(parts.map(\.path)).sorted().filter { !$0.hasSuffix("project.md") })
  func `the minutes of a lesson are those of its sittings`(_ path: String) throws {
    let sittings = Self.parts.filter { $0.path == path }
    let number = try #require(sittings.first?.call.prefix { $0 != "." })
    let text = try TextFile.read(Project.path("lessons/teaching.md")).get()
    let lesson = try #require(text.firstRange(of: "\n## Lesson \(number): "))
    let time = try #require(text[lesson.upperBound...].firstRange(of: "**Time.** "))
    let minutes = try #require(Int(text[time.upperBound...].prefix { $0.isNumber }))
    let seconds = sittings.reduce(0) { $0 + $1.sitting.seconds }
    #expect((0...15 * 60).contains(minutes * 60 + 150 - seconds), "\(minutes) for \(seconds / 60)")
  }

  /// The words that the workshop takes for known, as its introduction has them.
  static let broughtAlong: [String] = {
    guard case .success(let text) = TextFile.read(Project.path("lessons/teaching.md")),
      let start = text.firstRange(of: "Taken for known: ")
    else { return [] }
    return text[start.upperBound...].prefix { $0 != "." }.split(separator: ",").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }()

  /// Words that a path needs are explained on it, or said by whoever leads it.
  @Test(arguments: paths)
  func `no word of the glossary is missing on a path`(_ path: [Row]) {
    var known = Set(GlossaryTests.everyday.keys)
    // Who comes to the workshop brings some.
    if path.map(\.call) == Self.paths.last?.map(\.call) { known.formUnion(Self.broughtAlong) }
    for row in path {
      guard let part = row.part else { continue }
      let sections = GlossaryTests.sections.filter { part.holds($0.place) }
      known.formUnion(row.cells.flatMap { $0.split(separator: ",").map { String($0.drop { $0 == " " }) } })
      known.formUnion(GlossaryTests.terms.filter { term in sections.contains { $0.place == term.place } }.map(\.name))
      let emphasized = GlossaryTests.Section.words(of: sections.map(\.emphasized).joined(separator: "\n"))
      known.formUnion(GlossaryTests.terms.map(\.name).filter { WordForms($0).areIn(emphasized) })
      let missing = GlossaryTests.terms.map(\.name).filter { name in
        let forms = WordForms(name)
        return !known.contains(name) && sections.contains { forms.areIn($0.words) }
      }
      #expect(missing.isEmpty, "\(row.call)")
    }
  }
}
