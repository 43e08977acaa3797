import Platform
import Vocabulary

/// What was handed in, whatever it is written in: Markdown, or a notebook. Its parts are read each by itself, so that nothing in one can
/// spoil another.
package struct HandedInCopy {
  package enum Part: Equatable {
    case markdown(String)
    /// Commands, with the exercise that they answer; nil where they answer none.
    case commands(String, exercise: String?)
  }

  package private(set) var parts: [Part]
  /// The language that a notebook says its cells are in, where that is not gradus.
  package private(set) var otherLanguage: String?

  /// A copy in Markdown.
  package init(markdown: String) { parts = [.markdown(markdown)] }

  /// Reads a file; what is in it counts, not what it is called. Throws where it is called a notebook and is none.
  ///
  /// - Parameter exercises: the ids of those in the lesson.
  package init(_ bytes: [UInt8], at path: BytePath, exercises: Set<String>) throws(Failure) {
    let text = CopyText.decoded(bytes)
    guard path.isNotebook || Notebook.mayBeNotebook(text) else {
      parts = [.markdown(text)]
      return
    }
    let notebook = try Notebook(reading: text)
    var reading = NotebookAnswers(exercises: exercises)
    for cell in notebook.cells { reading.add(cell) }
    parts = reading.finished
    otherLanguage = notebook.otherLanguage
  }
}

/// Finds the answers among the cells of a notebook that somebody worked in.
///
/// The line `# exercise sd` says what follows it, since that is what a student sees; where it was taken away, what the cell remembers
/// counts. Cells may be copied, split, joined, moved, and changed to another kind.
private struct NotebookAnswers {
  let exercises: Set<String>
  private var parts: [HandedInCopy.Part] = []
  /// The quiz whose options the last cells had, if its mark has not come yet.
  private var openQuiz: String?

  init(exercises: Set<String>) { self.exercises = exercises }

  mutating func add(_ cell: NotebookCell) {
    if cell.source.allSatisfy(\.isWhitespace) { return }
    if holdsQuiz(cell) {
      add(quiz: cell)
    } else if cell.kind == .code || remembered(by: cell) != nil || wasCode(cell) {
      closeQuiz()
      add(commands: cell)
    } else {
      closeQuiz()
      parts.append(.markdown(cell.lessonText))
    }
  }

  /// All of them.
  var finished: [HandedInCopy.Part] {
    var copy = self
    copy.closeQuiz()
    return copy.parts
  }

  // MARK: Exercises

  private func remembered(by cell: NotebookCell) -> String? {
    cell.marks.exercise.flatMap { exercises.contains($0) ? $0 : nil }
  }

  /// Whether a cell of text begins with the line of an answer, as it is written and not as a heading would be.
  private func wasCode(_ cell: NotebookCell) -> Bool {
    let first = cell.source.lines.first.map(String.init) ?? ""
    return exercises.contains { first.trimmingSpace == ExerciseLine.written($0) }
  }

  private mutating func add(commands cell: NotebookCell) {
    var sections: [(id: String?, lines: [Substring])] = [(nil, [])]
    for line in cell.source.lines {
      if let id = ExerciseLine.id(in: line, among: exercises) {
        sections.append((id, []))
      } else {
        sections[sections.count - 1].lines.append(line)
      }
    }
    for (number, section) in sections.enumerated() {
      let text = section.lines.joined(separator: "\n")
      // Nothing before the first line that names one is nothing.
      if number == 0, sections.count > 1 || text.isEmpty, text.allSatisfy(\.isWhitespace) { continue }
      guard let id = section.id ?? remembered(by: cell) else {
        parts.append(.commands(text, exercise: nil))
        continue
      }
      if section.id == nil, let whole = joined(text, to: id) {
        parts[parts.count - 1] = .commands(whole, exercise: id)
      } else {
        parts.append(.commands(text, exercise: id))
      }
    }
  }

  /// A cell without its line goes on with the one before where both were one that was split: both are filled in.
  private func joined(_ text: String, to id: String) -> String? {
    guard case .commands(let before, let exercise)? = parts.last, exercise == id, !Answer([before]).isBlank,
      !Answer([text]).isBlank
    else { return nil }
    return before + "\n" + text
  }

  // MARK: Quizzes

  private func holdsQuiz(_ cell: NotebookCell) -> Bool { cell.marks.quiz != nil || hasMark(cell) }

  private func hasMark(_ cell: NotebookCell) -> Bool {
    cell.source.firstRange(of: "<!--") != nil && cell.source.firstRange(of: "gradus quiz=") != nil
  }

  /// The options, which may be in several cells, up to the mark; where that was taken away, what the cells remember.
  private mutating func add(quiz cell: NotebookCell) {
    if openQuiz != cell.marks.quiz { closeQuiz() }
    parts.append(.markdown(cell.lessonText))
    openQuiz = hasMark(cell) ? nil : cell.marks.quiz
  }

  private mutating func closeQuiz() {
    guard let quiz = openQuiz else { return }
    parts.append(.markdown("<!-- gradus quiz=\(quiz) kept -->"))
    openQuiz = nil
  }
}
