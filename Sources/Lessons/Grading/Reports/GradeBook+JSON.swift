import Vocabulary

extension GradeFormat {
  public static let json = GradeFormat("json", suffixes: ["json"]) { $0.json }
}

extension GradeBook {
  /// One object: `format`, `lesson`, `possible`, `questions` and `submissions`, a question or a submission a line; `passedOver`,
  /// `missing`, `setAside` and `concerns` where there are any. The shape stays; members may be added.
  fileprivate var json: String {
    let questions = questions.map { question in
      JSON(object: [
        ("id", JSON(string: question.id)), ("kind", JSON(string: question.kind.rawValue)),
        ("points", JSON(number: question.points)),
      ])
    }
    let lists: [(String, [JSON])] = [
      ("passedOver", passedOver.map { JSON(string: $0) }), ("missing", missing.map { JSON(object: members(of: $0)) }),
      (
        "setAside",
        setAside.map { JSON(object: [("path", JSON(string: $0.path)), ("reason", JSON(string: $0.reason))]) }
      ), ("concerns", concerns.map { JSON(string: $0) }),
    ]
    let more = lists.filter { !$0.1.isEmpty }.map { ",\n  \"\($0.0)\": " + JSON(array: $0.1).text }
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
        ]\(more.joined())
      }

      """
  }

  private func object(_ submission: GradedSubmission) -> JSON {
    let isRead = submission.problem == nil
    let answers = submission.grades.enumerated().map { index, grade in
      let mark = grade.mark.map { mark -> [(String, JSON)] in
        [("byHand", JSON(truth: mark.points != nil)), ("remark", JSON(string: mark.remark))]
      }
      return JSON(
        object: [
          ("id", JSON(string: questions[index].id)), ("verdict", JSON(string: grade.verdict.rawValue)),
          ("points", JSON(points(submission, index))), ("message", JSON(string: grade.message)),
          ("answer", JSON(string: grade.answer)),
        ] + (mark ?? []))
    }
    return JSON(
      object: [
        ("student", JSON(string: submission.name)), ("path", JSON(string: submission.file.path)),
        ("status", JSON(string: isRead ? "graded" : "unreadable")), ("message", JSON(string: submission.problem ?? "")),
        ("points", isRead ? JSON(points(submission)) : .null), ("answers", JSON(array: isRead ? answers : [])),
      ] + (knowsCourse ? courseMembers(of: submission) : []))
  }

  private func courseMembers(of submission: GradedSubmission) -> [(String, JSON)] {
    let handIn = submission.handIn
    return (submission.student.map { members(of: $0) } ?? []).filter { $0.0 != "student" } + [
      ("handedIn", handIn.time.map { JSON(string: $0.text) } ?? .null),
      ("late", handIn.isLate.map { JSON(truth: $0) } ?? .null), ("attempt", JSON(number: handIn.attempt)),
      ("attempts", JSON(number: handIn.attempts)), ("penalty", JSON(penalty(submission))),
      ("remark", JSON(string: submission.remark)),
    ]
  }

  private func members(of student: RosterStudent) -> [(String, JSON)] {
    [
      ("student", JSON(string: student.name)), ("login", JSON(string: student.login)),
      ("ids", JSON(array: student.identifiers.map { JSON(string: $0) })), ("email", JSON(string: student.email)),
    ]
  }
}

extension JSON {
  init(_ score: Score) { self.init(verbatim: score.text) }
}
