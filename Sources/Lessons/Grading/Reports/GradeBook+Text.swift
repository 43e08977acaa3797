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

extension String {
  /// The text in one line that can be shown anywhere, cut where it is longer.
  func shown(atMost length: Int = .max) -> String {
    let isCut = length < .max && unicodeScalars.count > length
    let kept = isCut ? String(String.UnicodeScalarView(unicodeScalars.prefix(length))) : self
    return kept.visible() + (isCut ? "…" : "")
  }
}

extension GradeFormat {
  public static let csv = GradeFormat("csv", suffixes: ["csv"]) { $0.csv }
}

extension GradeBook {
  /// A row for each student as RFC 4180 has it. Text that a spreadsheet would take for a formula begins with an apostrophe.
  fileprivate var csv: String {
    var header = ["student", "path", "status", "points", "possible"]
    for question in questions {
      header += ["\(question.id) points", "\(question.id) verdict", "\(question.id) message", "\(question.id) answer"]
    }
    var rows = [header]
    for submission in submissions {
      let status = submission.problem.map { "unreadable: \($0)" } ?? "graded"
      var row = [submission.file.student, submission.file.path, status]
      row += submission.problem == nil ? [String(points(submission)), String(possible)] : ["", String(possible)]
      for index in questions.indices {
        guard submission.grades.indices.contains(index), submission.problem == nil else {
          row += ["", "", "", ""]
          continue
        }
        let grade = submission.grades[index]
        row += [String(points(submission, index)), grade.verdict.rawValue, grade.message, grade.answer]
      }
      rows.append(row)
    }
    return rows.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(_ text: String) -> String {
    var shown = text.shown()
    if let first = shown.unicodeScalars.first(where: { $0 != " " }), "=+-@".unicodeScalars.contains(first) {
      shown = "'" + shown
    }
    guard shown.unicodeScalars.contains(where: { ",\"".unicodeScalars.contains($0) }) || shown.hasPrefix(" ") else {
      return shown
    }
    return "\"" + shown.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
  }
}

extension GradeFormat {
  public static let json = GradeFormat("json", suffixes: ["json"]) { $0.json }
}

extension GradeBook {
  /// One object: `format`, `lesson`, `possible`, `questions` and `submissions`, a question or a submission a line, and `passedOver` where files were. The shape
  /// stays; members may be added.
  fileprivate var json: String {
    let questions = questions.map { question in
      JSON(object: [
        ("id", JSON(string: question.id)), ("kind", JSON(string: question.kind.rawValue)),
        ("points", JSON(number: question.points)),
      ])
    }
    return """
      {
        "format": 1,
        "lesson": \(JSON(string: lesson).text),
        "possible": \(possible),
        "questions": [
          \(questions.map(\.text).joined(separator: ",\n    "))
        ],
        "submissions": [
          \(submissions.map { object($0).text }.joined(separator: ",\n    "))
        ]\(passedOver.isEmpty ? "" : ",\n  \"passedOver\": " + JSON(array: passedOver.map { JSON(string: $0) }).text)
      }

      """
  }

  private func object(_ submission: GradedSubmission) -> JSON {
    let isRead = submission.problem == nil
    let answers = submission.grades.enumerated().map { index, grade in
      JSON(object: [
        ("id", JSON(string: questions[index].id)), ("verdict", JSON(string: grade.verdict.rawValue)),
        ("points", JSON(number: points(submission, index))), ("message", JSON(string: grade.message)),
        ("answer", JSON(string: grade.answer)),
      ])
    }
    return JSON(object: [
      ("student", JSON(string: submission.file.student)), ("path", JSON(string: submission.file.path)),
      ("status", JSON(string: isRead ? "graded" : "unreadable")), ("message", JSON(string: submission.problem ?? "")),
      ("points", isRead ? JSON(number: points(submission)) : .null), ("answers", JSON(array: isRead ? answers : [])),
    ])
  }
}
