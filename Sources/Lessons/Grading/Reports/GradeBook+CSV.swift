extension GradeFormat {
  public static let csv = GradeFormat("csv", suffixes: ["csv"]) { $0.csv }
}

extension GradeBook {
  /// A row for each student as RFC 4180 has it. Text that a spreadsheet would take for a formula begins with an apostrophe.
  fileprivate var csv: String {
    var header = ["student", "path", "status", "points", "possible"]
    for question in questions {
      header += ["\(question.id) points", "\(question.id) verdict", "\(question.id) message"]
    }
    var rows = [header]
    for submission in submissions {
      let status = submission.problem.map { "unreadable: \($0)" } ?? "graded"
      var row = [submission.file.student, submission.file.path, status]
      row += submission.problem == nil ? [String(points(submission)), String(possible)] : ["", String(possible)]
      for index in questions.indices {
        guard submission.grades.indices.contains(index), submission.problem == nil else {
          row += ["", "", ""]
          continue
        }
        let grade = submission.grades[index]
        row += [String(points(submission, index)), grade.verdict.rawValue, grade.message]
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
