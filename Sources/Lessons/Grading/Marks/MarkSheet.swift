import Vocabulary
import Workbench

/// What a teacher gives and says by hand, kept in a file of their own so that it outlives every new run: a table with the columns
/// `student`, `question`, `points`, `remark` and, if wanted, `answer`.
///
/// A row without a question is a remark on the whole copy. Points take the place of what the program found. A row with an answer is
/// for that answer alone: once the student hands in another one, it no longer counts, which is said.
public struct MarkSheet: Sendable {
  private struct Row {
    let line: Int
    let student: String
    let question: String
    let points: String
    let remark: String
    let answer: String
  }

  private let path: String
  private let rows: [Row]

  static let columns = ["student", "question", "points", "remark", "answer"]

  public init(_ path: String) throws(Failure) {
    do {
      try self.init(TextFile.bytes(of: path).get(), path: path)
    } catch {
      throw error.located(in: path)
    }
  }

  init(_ bytes: [UInt8], path: String) throws(Failure) {
    self.path = path
    let table = try SeparatedTable(bytes)
    let header = table.header.cells.map { $0.text.trimmingSpace.lowercased() }
    guard header.contains("student"), header.contains("points") || header.contains("remark") else {
      throw Failure(
        .document, "this is no sheet of marks", line: table.header.line,
        hint: "let its first line be \(Self.columns.joined(separator: ","))")
    }
    rows = table.rows.map { row in
      func text(_ column: String) -> String { row.text(header.firstIndex(of: column)) }
      return Row(
        line: row.line, student: text("student"), question: text("question"), points: text("points"),
        remark: text("remark"), answer: text("answer").withoutGuard)
    }
  }

  // MARK: Putting in

  /// Puts the marks into a grade book.
  ///
  /// - Returns: what could not be put in, a sentence each.
  /// - Throws: where a row names no question of the lesson, or points that it cannot have.
  func apply(to book: inout GradeBook) throws(Failure) -> [String] {
    var concerns: [String] = []
    var seen: [String: Int] = [:]
    for row in rows {
      let points = try points(of: row, in: book)
      if row.points.isEmpty, row.remark.isEmpty { continue }
      if row.answer.isEmpty, let other = seen.updateValue(row.line, forKey: row.student + "\t" + row.question) {
        throw failure("this marks the same as line \(other)", row, hint: "keep one of the two")
      }
      let theirs = book.submissions.indices.filter { isMeant(row.student, book.submissions[$0], book.rules.roster) }
      let place = "\(path.shown()):\(row.line)"
      if theirs.isEmpty {
        concerns.append("\(place): there is no copy of '\(row.student.shown())', so the mark counts for nobody")
        continue
      }
      if book.rules.roster == nil, theirs.count > 1 {
        concerns.append(
          "\(place): there are \(theirs.count) copies of '\(row.student.shown())'; the mark counts for none")
        continue
      }
      if row.question.isEmpty {
        for index in theirs { book.submissions[index].remark = row.remark }
        continue
      }
      guard let question = book.questions.firstIndex(where: { $0.id == row.question }) else { continue }
      let marked = theirs.filter { index in
        let grades = book.submissions[index].grades
        return grades.indices.contains(question) && (row.answer.isEmpty || grades[question].answer == row.answer)
      }
      for index in marked {
        book.submissions[index].grades[question].mark = Grade.Mark(points: points, remark: row.remark)
      }
      if marked.isEmpty {
        concerns.append(
          "\(place): '\(row.student.shown())' has another answer to \(row.question.shown()) now, so the mark does not count"
        )
      }
    }
    return concerns
  }

  private func points(of row: Row, in book: GradeBook) throws(Failure) -> Score? {
    if row.question.isEmpty {
      if row.points.isEmpty { return nil }
      throw failure("points are for a question, and this row names none", row, hint: "write its id under question")
    }
    guard let question = book.questions.first(where: { $0.id == row.question }) else {
      throw failure(
        "there is no question '\(row.question.shown())'", row,
        hint: Suggestion.hint(for: row.question, among: book.questions.map(\.id)))
    }
    if row.points.isEmpty { return nil }
    guard let points = Score(row.points), points <= Score(question.points) else {
      throw failure(
        "'\(row.points.shown())' are no points of \(question.id.shown())", row,
        hint: "it has 0 to \(question.points), with two digits behind the point at most")
    }
    return points
  }

  private func failure(_ message: String, _ row: Row, hint: String?) -> Failure {
    Failure(.document, message, line: row.line, hint: hint).located(in: path)
  }

  private func isMeant(_ word: String, _ submission: GradedSubmission, _ roster: Roster?) -> Bool {
    guard roster != nil else { return submission.file.student == word }
    guard let student = submission.student else { return false }
    return roster?.student(called: word)?.row == student.row
  }

  // MARK: Beginning one

  /// A sheet with a row for each answer that a person has to look at, to be filled in.
  public static func begun(for book: GradeBook) -> String {
    var rows = [columns]
    for submission in book.submissions {
      for (question, grade) in zip(book.questions, submission.grades) where grade.verdict.needsPerson {
        rows.append([submission.student?.keys.first ?? submission.name, question.id, "", "", grade.answer])
      }
    }
    return SeparatedTable.text(rows)
  }
}

extension Roster {
  /// The one student whom a word names by login, id, address or name.
  func student(called word: String) -> RosterStudent? {
    if case .student(let student) = owner(of: [word]) { student } else { nil }
  }
}

extension String {
  /// Without the apostrophe that keeps a spreadsheet from computing it.
  fileprivate var withoutGuard: String {
    guard first == "'", let next = dropFirst().first, "=+-@".contains(next) else { return self }
    return String(dropFirst())
  }
}
