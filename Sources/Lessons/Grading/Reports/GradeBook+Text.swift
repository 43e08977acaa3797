import Vocabulary

extension GradeFormat {
  public static let text = GradeFormat("text", suffixes: ["txt", "text"]) { $0.summary }
}

extension GradeBook {
  /// A table for people: a row for each student, the class's success below, then why submissions were not read.
  fileprivate var summary: String {
    var table = Table(
      [Table.Column("student", .left), Table.Column("points")] + questions.map { Table.Column($0.id.shown(), .left) })
    for submission in submissions {
      let student = Display(submission.file.student.shown(atMost: 40))
      guard submission.problem == nil else {
        table.add([student, "-", "unreadable"])
        continue
      }
      let verdicts = submission.grades.map { Display($0.verdict.rawValue) }
      table.add([student, Display(String(points(submission)))] + verdicts)
    }
    let shares = questions.indices.map { Display("\(percentRight(of: $0))% right") }
    table.add(["all \(counted(read.count, "student"))", Display("of \(possible)")] + shares)
    var lines = [Display(table).printed().text]
    let unread = submissions.filter { $0.problem != nil }
    if !unread.isEmpty || !passedOver.isEmpty { lines.append("") }
    for submission in unread { lines.append("\(submission.file.path.shown()): \((submission.problem ?? "").shown())") }
    for path in passedOver { lines.append("passed over: \(path.shown())") }
    return lines.joined(separator: "\n") + "\n"
  }
}
