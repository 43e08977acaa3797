import Vocabulary

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
      ])
    }
    return JSON(object: [
      ("student", JSON(string: submission.file.student)), ("path", JSON(string: submission.file.path)),
      ("status", JSON(string: isRead ? "graded" : "unreadable")), ("message", JSON(string: submission.problem ?? "")),
      ("points", isRead ? JSON(number: points(submission)) : .null), ("answers", JSON(array: isRead ? answers : [])),
    ])
  }
}
