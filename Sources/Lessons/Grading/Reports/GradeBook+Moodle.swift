import Vocabulary

extension GradeFormat {
  /// The worksheet of a Moodle assignment with grades and feedback filled in and all else byte for byte (moodle,
  /// mod/assign/feedback/offline); where the roster is no such worksheet, a table for Moodle's import of grades, whose columns one
  /// assigns there (https://docs.moodle.org/405/en/Grade_import).
  public static let moodle = GradeFormat("moodle", suffixes: ["csv"]) { book throws(Failure) in
    guard let roster = book.rules.roster, roster.form.name == RosterForm.moodle.name else {
      return SeparatedTable.text(book.moodleRows)
    }
    return try book.worksheet(roster)
  }
}

extension GradeBook {
  fileprivate var moodleRows: [[String]] {
    [["username", "email", "idnumber", "grade", "feedback"]]
      + submissions.filter { $0.problem == nil }.map { submission in
        let student = submission.student
        return [
          student.map(\.login) ?? submission.name, student?.email ?? "", student?.identifiers.first ?? "",
          points(submission).text, feedbackLines(submission).joined(separator: " · "),
        ]
      }
  }

  /// Grades that may not be changed stay, and so does who handed in nothing that can be read.
  fileprivate func worksheet(_ roster: Roster) throws(Failure) -> String {
    guard let grade = roster.place(of: .grade) else {
      throw Failure(.document, "this worksheet has no column for grades")
    }
    let feedback = roster.place(of: .feedback)
    var cells: [(cell: SeparatedTable.Cell, text: String)] = []
    for submission in submissions where submission.problem == nil {
      guard let student = submission.student else { continue }
      let row = roster.table.rows[student.row]
      guard row.text(roster.place(of: .mayBeChanged)).lowercased() != "no" else { continue }
      guard row.cells.indices.contains(grade) else {
        throw Failure(.document, "this row of the worksheet ends before its grade", line: row.line)
      }
      let largest = row.text(roster.place(of: .largestGrade))
      cells.append((row.cells[grade], try worksheetGrade(points(submission), of: largest, row)))
      if let feedback, row.cells.indices.contains(feedback) {
        let lines = feedbackLines(submission).map { HTML(text: $0).source }
        cells.append((row.cells[feedback], lines.joined(separator: "<br />")))
      }
    }
    return roster.table.text(filling: cells)
  }

  /// In the worksheet's own scale and with its decimal sign.
  private func worksheetGrade(
    _ points: Score, of largest: String, _ row: SeparatedTable.Row
  ) throws(Failure) -> String {
    guard !largest.isEmpty else { return points.textOfHundredths }
    guard let most = Score(largest) else {
      throw Failure(
        .document, "'\(largest.shown())' is no largest grade that points can be scaled to", line: row.line,
        hint: "let the assignment in Moodle be graded by points")
    }
    let scaled = possible == 0 ? Score.zero : most.part(points.hundredths, of: 100 * possible)
    return largest.contains(",") ? scaled.textOfHundredths.replacing(".", with: ",") : scaled.textOfHundredths
  }

  /// What a student reads: a line for each question, and what a person said.
  func feedbackLines(_ submission: GradedSubmission) -> [String] {
    var lines = questions.indices.map { index -> String in
      let question = questions[index]
      let grade = submission.grades.indices.contains(index) ? submission.grades[index] : Grade(.missing)
      return "\(question.id): \(points(submission, index).text) of \(question.points), \(grade.said)"
    }
    let penalty = penalty(submission)
    if penalty > .zero { lines.append("late: \(penalty.text) taken off") }
    if !submission.remark.isEmpty { lines.append(submission.remark) }
    return lines
  }
}
