import Vocabulary

extension GradeFormat {
  /// The `results.json` of PrairieLearn's external grading (https://docs.prairielearn.com/externalGrading/). A copy that cannot be
  /// read costs no attempt.
  public static let prairielearn = GradeFormat("prairielearn", suffixes: ["json"], for: .student) { book in
    if let verdict = book.verdictOnCopy {
      return JSONPage.text(
        [("gradable", JSON(truth: false)), ("format_errors", JSON(array: [JSON(string: verdict)]))], rows: "tests", [])
    }
    return JSONPage.text(book.prairielearnMembers, rows: "tests", book.prairielearnTests)
  }
}

extension GradeBook {
  fileprivate var prairielearnMembers: [(String, JSON)] {
    guard let submission = submissions.first else { return [] }
    let points = points(submission)
    // Without points there is nothing to miss.
    let share = possible == 0 ? 0 : Double(points.hundredths) / Double(100 * possible)
    return [
      ("gradable", JSON(truth: true)), ("score", JSON(number: share)),
      ("message", JSON(string: "\(points.text) of \(counted(possible, "point"))")), ("output", JSON(string: "")),
    ]
  }

  fileprivate var prairielearnTests: [JSON] {
    guard let submission = submissions.first else { return [] }
    return zip(questions.indices, submission.grades).map { index, grade in
      JSON(object: [
        ("name", JSON(string: "\(questions[index].kind.rawValue) \(questions[index].id)")),
        ("description", JSON(string: "")), ("points", JSON(points(submission, index))),
        ("max_points", JSON(number: questions[index].points)), ("message", JSON(string: grade.said)),
        ("output", JSON(string: grade.answer)),
      ])
    }
  }
}
