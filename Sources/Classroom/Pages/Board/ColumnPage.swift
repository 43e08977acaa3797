import Lessons
import Vocabulary

/// Behind a column of the board: what the class thinks of a question. It says nobody's name and not which option is right, so that
/// it can be shown before the answer is.
public struct ColumnPage: Sendable {
  private let step: ClassLesson.Step
  private let number: Int
  private let counts: AnswerCounts
  private let frame: BoardFrame
  private let lesson: ClassLesson

  /// - Parameter step: its place in the lesson, from 0.
  public init(_ lesson: ClassLesson, step index: Int, _ counts: AnswerCounts, _ frame: BoardFrame) {
    self.lesson = lesson
    step = lesson.steps[index]
    number = index + 1
    self.counts = counts
    self.frame = frame
  }

  public var html: HTML {
    ServedPage(
      title: "Step \(number) · \(lesson.title)", address: frame.address, script: "board.js",
      facts: [("base", frame.address.base)],
      header: "<a href=\"\(frame.address(lesson: lesson.name))\">Back to the board</a>",
      main: """
        <div class="column\(frame.isProjected ? " projected" : "")">
        <h1>Step \(number): \(step.label)</h1>
        <p>\(counts.answered) of \(counted(counts.students, "student")) answered.</p>
        \(options)\(wrong)\
        </div>
        """
    ).html
  }

  private var options: HTML {
    if counts.options.isEmpty { return "" }
    let texts = Dictionary(step.options.map { ($0.letter, $0.text) }) { first, _ in first }
    let rows = counts.options.map { option -> HTML in
      """
      <tr><th scope="row"><span class="letter">\(option.answer))</span> \(texts[option.answer] ?? "")</th>\
      <td class="right">\(option.count)</td><td>\(Self.bar(option.count, of: counts.answered))</td></tr>

      """
    }
    return """
      <table class="histogram"><caption>Answers</caption>
      <thead><tr><th scope="col">Option</th><th scope="col">Students</th><th scope="col" aria-hidden="true"></th></tr></thead>
      <tbody>
      \(rows.joined())</tbody></table>

      """
  }

  private var wrong: HTML {
    if counts.wrong.isEmpty { return "" }
    let most = counts.wrong.map(\.count).max() ?? 1
    let rows = counts.wrong.map { answer -> HTML in
      """
      <tr><th scope="row"><code>\(answer.answer)</code></th><td class="right">\(answer.count)</td>\
      <td>\(Self.bar(answer.count, of: most))</td></tr>

      """
    }
    return """
      <table class="histogram"><caption>Answers that were not right, the most frequent first</caption>
      <thead><tr><th scope="col">Answer</th><th scope="col">Students</th><th scope="col" aria-hidden="true"></th></tr></thead>
      <tbody>
      \(rows.joined())</tbody></table>

      """
  }

  /// A bar as long as the share; the number stands beside it.
  private static func bar(_ count: Int, of whole: Int) -> HTML {
    let width = whole > 0 ? min(100, count * 100 / whole) : 0
    return """
      <svg class="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">\
      <rect class="whole" width="100" height="10"></rect><rect class="part" width="\(width)" height="10"></rect></svg>
      """
  }
}
