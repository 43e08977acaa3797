import Vocabulary

extension GradeFormat {
  /// The `results.json` of Gradescope's autograder (https://gradescope-autograders.readthedocs.io/en/latest/specs/). Nothing in it
  /// depends on how long anything took.
  public static let gradescope = GradeFormat("gradescope", suffixes: ["json"], for: .student) {
    JSONPage.text($0.gradescopeMembers, rows: "tests", $0.gradescopeTests)
  }
}

extension GradeBook {
  fileprivate var gradescopeMembers: [(String, JSON)] {
    guard let submission = submissions.first else { return [] }
    let output = verdictOnCopy ?? "\(points(submission).text) of \(counted(possible, "point"))"
    return [
      ("score", JSON(verdictOnCopy == nil ? points(submission) : .zero)), ("output", JSON(string: output)),
      ("output_format", JSON(string: "text")), ("test_output_format", JSON(string: "text")),
      ("visibility", JSON(string: "visible")), ("stdout_visibility", JSON(string: "hidden")),
      ("extra_data", JSON(object: [("lesson", JSON(string: lesson)), ("student", JSON(string: submission.name))])),
    ]
  }

  fileprivate var gradescopeTests: [JSON] {
    guard let submission = submissions.first, verdictOnCopy == nil else { return [] }
    return zip(questions.indices, submission.grades).map { index, grade in
      let question = questions[index]
      let isWhole = points(submission, index) == Score(question.points)
      return JSON(object: [
        ("name", JSON(string: "\(question.kind.rawValue) \(question.id)")), ("number", JSON(string: String(index + 1))),
        ("score", JSON(points(submission, index))), ("max_score", JSON(number: question.points)),
        ("status", JSON(string: isWhole ? "passed" : "failed")), ("output", JSON(string: grade.output)),
        ("tags", JSON(array: [JSON(string: question.kind.rawValue)])), ("visibility", JSON(string: "visible")),
      ])
    }
  }
}

extension GradeBook {
  /// Why the one copy is none that can be graded; nil where it is one.
  var verdictOnCopy: String? {
    guard let submission = submissions.first else { return nil }
    if let problem = submission.problem { return "This cannot be graded: \(problem.shown())." }
    return submission.isOfAnotherLesson
      ? "This cannot be graded: none of the questions of '\(lesson)' is in it. Hand in your copy of that file." : nil
  }
}

extension Grade {
  /// Verdict, reason, remark, and the answer as it was read.
  var output: String { said + (answer.isEmpty ? "" : "\nYour answer: \(answer)") }
}

/// JSON for programs that people read, too: members on lines of their own, and a list with a row a line.
enum JSONPage {
  static func text(_ members: [(String, JSON)], rows name: String, _ rows: [JSON]) -> String {
    let lines = members.map { "  \(JSON(string: $0.0).text): \($0.1.text),\n" }
    let list = rows.isEmpty ? "[]" : "[\n    \(rows.map(\.text).joined(separator: ",\n    "))\n  ]"
    return "{\n\(lines.joined())  \(JSON(string: name).text): \(list)\n}\n"
  }
}
