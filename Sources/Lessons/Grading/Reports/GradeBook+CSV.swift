import Vocabulary

extension GradeFormat {
  public static let csv = GradeFormat("csv", suffixes: ["csv"]) { SeparatedTable.text($0.rows) }
}

extension GradeBook {
  /// A row for each student as RFC 4180 has it. Where a roster, a deadline or marks by hand are known, columns about them stand behind
  /// those of the questions.
  fileprivate var rows: [[String]] {
    var header = ["student", "path", "status", "points", "possible"]
    for question in questions {
      header += ["\(question.id) points", "\(question.id) verdict", "\(question.id) message", "\(question.id) answer"]
    }
    if knowsCourse {
      header += questions.map { "\($0.id) remark" }
      header += ["remark", "login", "id", "email", "handed in", "late", "attempt", "attempts", "penalty"]
    }
    return [header] + submissions.map(row) + missing.map(row)
  }

  private func row(_ submission: GradedSubmission) -> [String] {
    let isRead = submission.problem == nil
    let status = submission.problem.map { "unreadable: \($0)" } ?? "graded"
    var row = [submission.name, submission.file.path, status]
    row += isRead ? [points(submission).text, String(possible)] : ["", String(possible)]
    let grades = questions.indices.map {
      isRead && submission.grades.indices.contains($0) ? submission.grades[$0] : nil
    }
    for (index, grade) in grades.enumerated() {
      row +=
        grade.map { [points(submission, index).text, $0.verdict.rawValue, $0.message, $0.answer] } ?? ["", "", "", ""]
    }
    guard knowsCourse else { return row }
    row += grades.map { $0?.mark?.remark ?? "" } + [submission.remark]
    row += columns(submission.student)
    let handIn = submission.handIn
    row += [
      handIn.time?.text ?? "", handIn.isLate.map { $0 ? "late" : "in time" } ?? "", String(handIn.attempt),
      String(handIn.attempts), isRead ? penalty(submission).text : "",
    ]
    return row
  }

  private func row(_ student: RosterStudent) -> [String] {
    let empty = Array(repeating: "", count: 5 * questions.count)
    return [student.name, "", "missing", "", String(possible)] + empty + [""] + columns(student)
      + ["", "", "0", "0", ""]
  }

  private func columns(_ student: RosterStudent?) -> [String] {
    [student?.login ?? "", student?.identifiers.first ?? "", student?.email ?? ""]
  }
}
