extension GradeBook {
  /// One object: `format`, `lesson`, `possible`, `questions` and `submissions`, a submission a line.
  var json: String {
    let questions = questions.map { question in
      "{\"id\": \(Self.quoted(question.id)), \"kind\": \"\(question.kind.rawValue)\", \"points\": \(question.points)}"
    }
    return """
      {
        "format": 1,
        "lesson": \(Self.quoted(lesson)),
        "possible": \(possible),
        "questions": [
          \(questions.joined(separator: ",\n    "))
        ],
        "submissions": [
          \(submissions.map(object).joined(separator: ",\n    "))
        ]
      }

      """
  }

  private func object(_ submission: GradedSubmission) -> String {
    let isRead = submission.problem == nil
    let answers = submission.grades.enumerated().map { index, grade in
      "{\"id\": \(Self.quoted(questions[index].id)), \"verdict\": \"\(grade.verdict.rawValue)\", "
        + "\"points\": \(points(submission, index)), \"message\": \(Self.quoted(grade.message))}"
    }
    return "{\"student\": \(Self.quoted(submission.file.student)), \"path\": \(Self.quoted(submission.file.path)), "
      + "\"status\": \"\(isRead ? "graded" : "unreadable")\", \"message\": \(Self.quoted(submission.problem ?? "")), "
      + "\"points\": \(isRead ? String(points(submission)) : "null"), "
      + "\"answers\": [\(isRead ? answers.joined(separator: ", ") : "")]}"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}", "\u{200F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
