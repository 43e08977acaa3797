import Vocabulary

extension GradeFormat {
  /// The table that `nbgrader export` writes (nbgrader, plugins/export.py, `CsvExportPlugin`), one assignment of it. Who handed in
  /// nothing has no points there; a copy that cannot be read has no row.
  public static let nbgrader = GradeFormat("nbgrader", suffixes: ["csv"]) { book in
    let rows = [NbgraderRow.header] + book.nbgraderRows
    return rows.map { $0.map { SeparatedTable.cell($0) }.joined(separator: ",") + "\n" }.joined()
  }
}

private enum NbgraderRow {
  static let header = [
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email", "raw_score",
    "late_submission_penalty", "score", "max_score",
  ]
}

extension GradeBook {
  fileprivate var nbgraderRows: [[String]] {
    let due = rules.deadline?.plainText ?? ""
    let most = Score(possible).floatText
    func row(_ time: String, _ student: [String], _ raw: Score, _ penalty: Score) -> [String] {
      [name, due, time] + student + [raw.floatText, penalty.floatText, (raw - penalty).floatText, most]
    }
    let rows = submissions.filter { $0.problem == nil }.map { submission -> [String] in
      let student = submission.student.map(columns) ?? [submission.name, "", "", ""]
      return row(
        submission.handIn.time?.plainText ?? "", student, pointsBeforePenalty(submission), penalty(submission))
    }
    return rows + missing.map { row("", columns(of: $0), .zero, .zero) }
  }

  private func columns(of student: RosterStudent) -> [String] {
    let last = student.lastName.isEmpty && student.name != student.login ? student.name : student.lastName
    return [
      student.login.isEmpty ? student.keys.first ?? student.name : student.login, last, student.firstName,
      student.email,
    ]
  }
}

extension Score {
  /// As Python writes a float.
  fileprivate var floatText: String { text.contains(".") ? text : text + ".0" }
}
