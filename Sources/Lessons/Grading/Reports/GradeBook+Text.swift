import Vocabulary

extension GradeFormat {
  public static let text = GradeFormat("text", suffixes: ["txt", "text"]) { $0.summary }
}

extension GradeBook {
  /// A table for people: a row for each student, the class's success below, then who is late or missing and why submissions were not
  /// read.
  fileprivate var summary: String {
    let hasNotes = knowsCourse
    var table = Table(
      [Table.Column("student", .left), Table.Column("points")] + (hasNotes ? [Table.Column("hand-in", .left)] : [])
        + questions.map { Table.Column($0.id.shown(), .left) })
    for submission in submissions {
      let student = Display(submission.name.shown(atMost: 40))
      let note = hasNotes ? [Display(submission.note)] : []
      guard submission.problem == nil else {
        table.add([student, "-"] + note + ["unreadable"])
        continue
      }
      let verdicts = submission.grades.map { Display($0.verdict.rawValue + ($0.mark?.points == nil ? "" : "*")) }
      table.add([student, Display(points(submission).text)] + note + verdicts)
    }
    for student in missing { table.add([Display(student.name.shown(atMost: 40)), "-", "missing"]) }
    let shares = questions.indices.map { Display("\(percentRight(of: $0))% right") }
    table.add(
      ["all \(counted(read.count, "student"))", Display("of \(possible)")] + (hasNotes ? [""] : []) + shares)
    let remarks = self.remarks
    return ([Display(table).printed().text] + (remarks.isEmpty ? [] : [""] + remarks)).joined(separator: "\n") + "\n"
  }

  /// What a row has no room for.
  private var remarks: [String] {
    var lines: [String] = []
    if submissions.contains(where: { $0.grades.contains { $0.mark?.points != nil } }) {
      lines.append("* points given by hand")
    }
    for submission in submissions where submission.problem != nil {
      lines.append("\(submission.file.path.shown()): \((submission.problem ?? "").shown())")
    }
    lines += remarksOnSetAside
    for path in passedOver { lines.append("passed over: \(path.shown())") }
    return lines
  }
}

extension GradedSubmission {
  /// What is special about when it came: `late`, `attempt 2 of 3`.
  var note: String {
    let attempt = handIn.attempts > 1 ? ["attempt \(handIn.attempt) of \(handIn.attempts)"] : []
    return ((handIn.isLate == true ? ["late"] : []) + attempt).joined(separator: ", ")
  }
}

extension String {
  /// The text in one line that can be shown anywhere, cut where it is longer.
  func shown(atMost length: Int = .max) -> String {
    let isCut = length < .max && unicodeScalars.count > length
    let kept = isCut ? String(String.UnicodeScalarView(unicodeScalars.prefix(length))) : self
    return kept.visible() + (isCut ? "…" : "")
  }
}
