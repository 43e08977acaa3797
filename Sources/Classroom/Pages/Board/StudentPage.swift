import Lessons
import Vocabulary

/// Behind a name or a cell of the board: what a student did at the questions of a lesson, and what can be done about the student.
public struct StudentPage: Sendable {
  private let student: ClassState.Student
  private let lesson: ClassLesson
  private let frame: BoardFrame
  /// A one-time code that was just made for the student.
  private let once: String?

  public init(_ student: ClassState.Student, _ lesson: ClassLesson, once: String? = nil, _ frame: BoardFrame) {
    self.student = student
    self.lesson = lesson
    self.once = once
    self.frame = frame
  }

  public var html: HTML {
    let name = student.name.description
    let form = BoardForm(
      frame.address, back: "\(frame.address.base)/board/students/\(student.id)?lesson=\(lesson.name)")
    let away = BoardForm(frame.address, back: frame.address(lesson: lesson.name))
    let id = [("student", String(student.id))]
    let code: HTML =
      once.map {
        "<p role=\"status\">One-time code: <strong class=\"join-code\">\($0)</strong>. It is good for five minutes.</p>\n"
      } ?? ""
    let steps = lesson.steps.enumerated().filter(\.element.isQuestion).map { section($1, number: $0 + 1) }
    return ServedPage(
      title: "\(name) · \(lesson.title)", address: frame.address, script: "board.js",
      facts: [("base", frame.address.base)],
      header: "<a href=\"\(frame.address(lesson: lesson.name))\">Back to the board</a>",
      main: """
        <h1>\(name)</h1>
        \(code)\
        <div class="steering" role="group" aria-label="The student">
        \(form.html("once", id, button: "One-time code"))\
        \(form.html("rename", id, "<label>Name <input name=\"name\" value=\"\(name)\" required=\"\" maxlength=\"200\" /></label>", button: "Rename"))\
        <details class="ending"><summary>Remove</summary>
        <p>Everything that \(name) did is deleted.</p>
        \(away.html("remove", id, button: "Remove \(name)"))</details>
        </div>
        <h2>\(lesson.title)</h2>
        \(steps.joined())
        """
    ).html
  }

  private func section(_ step: ClassLesson.Step, number: Int) -> HTML {
    let record = student.record(at: StepPlace(lesson: lesson.name, step: step.key))
    let mark = Board.Mark(record)
    var answers = record.wrong
    if let answer = record.answer, answers.last != answer { answers.append(answer) }
    let items = answers.map { "<li><code>\($0)</code></li>\n" as HTML }
    let list: HTML = items.isEmpty ? "" : "<ol>\n\(items.joined())</ol>\n"
    let hints: HTML = record.hintsShown == 0 ? "" : ", \(counted(record.hintsShown, "hint"))"
    return """
      <section id="\(step.key)">
      <h3>\(number) \(step.label): <span aria-hidden="true">\(mark.sign)</span> \(mark.rawValue)\(hints)</h3>
      \(list)</section>

      """
  }
}
