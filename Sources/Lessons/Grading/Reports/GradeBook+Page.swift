import Vocabulary

extension GradeFormat {
  public static let html = GradeFormat("html", suffixes: ["html", "htm"]) { $0.page.html.source }
}

extension GradeBook {
  /// A page that needs nothing but itself: how the class did, question by question, then a row for each student.
  fileprivate var page: HTMLPage {
    let main: HTML = """
      \(.element("h1", [:], HTML(text: "Grades: \(lesson.shown())")))
      <p>\(counted(read.count, "submission")) graded, \(counted(questions.count, "question")), \(counted(possible, "point")).\
      \(average)</p>
      <h2 id="class">The class</h2>
      \(classTable)
      <h2 id="students">The students</h2>
      \(studentTable)
      \(unreadable)
      """
    return HTMLPage(title: "Grades: \(lesson.shown())", style: Self.style, main: main)
  }

  private static let style: HTML = """
    main { max-width: none; }
    tbody th { border-bottom-width: 1px; }
    .bar { background: var(--border); border-radius: 4px; display: block; height: 0.7rem; margin-top: 0.4rem; overflow: hidden;
      width: 12rem; }
    .bar > span { background: var(--right); display: block; height: 100%; }
    thead th, .grades th, .grades td { white-space: nowrap; }
    .grades tbody th, .grades thead th:first-child { background: var(--background); left: 0; max-width: 16rem; overflow: hidden;
      padding-left: 0; position: sticky; text-overflow: ellipsis; }
    .grades td > details { margin: 0; max-width: 20rem; white-space: normal; }
    .grades td > details[open] > summary { margin-bottom: 0.2em; }
    .grades summary { color: inherit; white-space: nowrap; }
    .verdict-right, .verdict-partly { color: var(--right); }
    .verdict-wrong, .verdict-failed, .verdict-over, .verdict-crashed, .verdict-to { color: var(--error); }
    .verdict-blank, .verdict-missing { color: var(--muted); }
    @media (max-width: 40rem) { .bar { width: 6rem; } .grades tbody th, .grades thead th:first-child { max-width: 8rem; } }
    """

  private var average: HTML {
    guard !read.isEmpty else { return "" }
    let sum = read.reduce(Score.zero) { $0 + points($1) }
    let mean = Double(sum.hundredths) / Double(100 * read.count)
    return " The mean is \(NumberStyle(digits: 3).text(mean)) points."
  }

  private var classTable: HTML {
    let verdicts = Grade.Verdict.allCases.filter { verdict in questions.indices.contains { count(verdict, of: $0) > 0 }
    }
    let rows = questions.indices.map { index -> HTML in
      let percent = percentRight(of: index)
      let counts = verdicts.map { verdict -> HTML in
        let count = count(verdict, of: index)
        return "<td class=\"right\">\(count == 0 ? "" : String(count))</td>"
      }
      return """
        <tr><th scope="row">\(questions[index].id.shown())</th><td class="right">\(questions[index].points)</td>\
        <td><span class="bar" aria-hidden="true"><span style="width: \(percent)%"></span></span></td>\
        <td class="right">\(percent)%</td>\(counts.joined())</tr>
        """
    }
    let names = verdicts.map { "<th scope=\"col\" class=\"right\">\($0.rawValue)</th>" as HTML }
    return """
      <div class="scroll" tabindex="0" role="region" aria-labelledby="class"><table>
      <thead><tr><th scope="col">Question</th><th scope="col" class="right">Points</th><th scope="col" colspan="2">Right</th>\
      \(names.joined())</tr></thead>
      <tbody>
      \(lines(rows))\
      </tbody>
      </table></div>
      """
  }

  private var studentTable: HTML {
    let note: HTML = knowsCourse ? "<th scope=\"col\">Hand-in</th>" : ""
    let names = questions.map { "<th scope=\"col\">\($0.id.shown())</th>" as HTML }
    let rows = read.map { submission -> HTML in
      let note: HTML = knowsCourse ? "<td>\(submission.note)</td>" : ""
      return """
        <tr><th scope="row" title="\(submission.file.path.shown())">\(submission.name.shown())</th>\
        <td class="right">\(points(submission).text)</td>\(note)\(submission.grades.map(Self.cell).joined())</tr>
        """
    }
    let absent = missing.map { student -> HTML in
      "<tr><th scope=\"row\">\(student.name.shown())</th><td></td><td>missing</td>\(emptyCells)</tr>"
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-labelledby="students"><table class="grades">
      <thead><tr><th scope="col">Student</th><th scope="col" class="right">of \(possible)</th>\(note)\(names.joined())</tr></thead>
      <tbody>
      \(lines(rows + absent))\
      </tbody>
      </table></div>
      """
  }

  private var emptyCells: HTML { questions.map { _ in "<td></td>" as HTML }.joined() }

  /// The verdict, with what was said of the answer as its title and, with the answer, behind a fold, for those who have no mouse.
  private static func cell(_ grade: Grade) -> HTML {
    let name = grade.verdict.rawValue
    let kind = "verdict-" + name.prefix { $0 != " " }
    let byHand = grade.mark.map { mark in
      [mark.points.map { $0.counted + " given by hand" }, mark.remark].compactMap { $0 }.filter { !$0.isEmpty }
    }
    let said = ([grade.message].filter { !$0.isEmpty } + (byHand ?? [])).joined(separator: "; ")
    guard !said.isEmpty || !grade.answer.isEmpty else { return .element("td", ["class": kind], HTML(text: name)) }
    let answer: HTML = grade.answer.isEmpty ? "" : "<code>\(grade.answer)</code>"
    let space: HTML = answer.isEmpty || said.isEmpty ? "" : " "
    let mark = grade.mark?.points == nil ? "" : "*"
    let fold: HTML = "<details><summary>\(name)\(mark)</summary>\(answer)\(space)\(said)</details>"
    return .element("td", ["class": kind, "title": said.isEmpty ? nil : said], fold)
  }

  private func lines(_ lines: [HTML]) -> HTML { lines.map { $0 + "\n" }.joined() }

  private var unreadable: HTML {
    let problems = submissions.compactMap { submission in
      submission.problem.map { "<li>\(submission.file.path.shown()): \($0.shown())</li>" as HTML }
    }
    let items =
      problems + remarksOnSetAside.map { "<li>\($0)</li>" as HTML }
      + passedOver.map { "<li>\($0.shown()): passed over, since it is no Markdown file and no notebook</li>" as HTML }
    guard !items.isEmpty else { return "" }
    return """
      <h2 id="unreadable">Not read</h2>
      <ul>
      \(lines(items))\
      </ul>
      """
  }
}
