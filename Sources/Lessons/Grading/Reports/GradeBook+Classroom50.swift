import Platform
import Vocabulary

extension GradeFormat {
  /// The `result.json` of Classroom 50 (foundation50/classroom50, wiki/Advanced-Autograding.md). What is graded there is told by the
  /// environment; points are whole numbers there, so those of lessons whose points are shared are counted in smaller units.
  public static let classroom50 = GradeFormat("classroom50", suffixes: ["json"], for: .student) {
    book throws(Failure) in
    try JSONPage.text(book.classroom50Members(), rows: "tests", book.classroom50Tests)
  }

  public static let classroom50Variables: [EnvironmentVariable] = [
    .classroom, .assignment, .submission, .commit, .release, .review,
  ]
}

extension EnvironmentVariable {
  fileprivate static let classroom = EnvironmentVariable("CLASSROOM", "For Classroom 50, the class's short name.")
  fileprivate static let assignment = EnvironmentVariable(
    "ASSIGNMENT", "For Classroom 50, the assignment's short name.")
  fileprivate static let submission = EnvironmentVariable(
    "SUBMISSION_TAG", "For Classroom 50, the tag of what is graded.")
  fileprivate static let commit = EnvironmentVariable("COMMIT_URL", "For Classroom 50, the page of what is graded.")
  fileprivate static let release = EnvironmentVariable("RELEASE_URL", "For Classroom 50, the page of its release.")
  fileprivate static let review = EnvironmentVariable(
    "REVIEW_URL", "For Classroom 50, the page of its changes; without it, that of the commit.")
}

extension GradeBook {
  fileprivate func classroom50Members() throws(Failure) -> [(String, JSON)] {
    func value(_ variable: EnvironmentVariable) throws(Failure) -> String {
      guard let value = variable.value else {
        throw Failure(
          .document, "Classroom 50 says by \(variable.name) what is graded, and it is not set",
          hint: "run this in its workflow, or set \(variable.name)")
      }
      return value
    }
    let commit = try value(.commit)
    var members: [(String, JSON)] = [
      ("schema", JSON(string: "classroom50/result/v1")), ("classroom", JSON(string: try value(.classroom))),
      ("assignment", JSON(string: try value(.assignment))), ("submission", JSON(string: try value(.submission))),
      ("commit", JSON(string: commit)), ("release", JSON(string: try value(.release))),
      ("review", JSON(string: EnvironmentVariable.review.value ?? commit)),
    ]
    guard let time = submissions.first?.handIn.time else {
      throw Failure(
        .document, "Classroom 50 wants to know when this was handed in",
        hint: "say it with --handed-in \"$(git log -1 --format=%cI)\"")
    }
    members.append(("datetime", JSON(string: time.text)))
    let scores = questions.indices.map(wholePoints)
    members.append(("score", JSON(number: scores.reduce(0, +))))
    members.append(("max-score", JSON(number: possible * unit)))
    if let verdict = verdictOnCopy { members.append(("message", JSON(string: verdict))) }
    return members
  }

  fileprivate var classroom50Tests: [JSON] {
    questions.indices.map { index in
      let (score, most) = (wholePoints(index), questions[index].points * unit)
      let grade = submissions.first.flatMap { $0.grades.indices.contains(index) ? $0.grades[index] : nil }
      return JSON(object: [
        ("test-name", JSON(string: "\(questions[index].kind.rawValue) \(questions[index].id)")),
        ("passed", JSON(truth: grade != nil && score == most)), ("score", JSON(number: score)),
        ("max-score", JSON(number: most)), ("message", JSON(string: grade?.said ?? "")),
      ])
    }
  }

  /// Into how many units a point is cut, the same for every copy of the lesson: the fewest in which every share is whole.
  private var unit: Int {
    questions.reduce(1) { unit, question in
      let needed = question.shares / Self.divisor(question.points, question.shares)
      return unit / Self.divisor(unit, needed) * needed
    }
  }

  private static func divisor(_ first: Int, _ second: Int) -> Int {
    second == 0 ? max(1, first) : divisor(second, first % second)
  }

  private func wholePoints(_ index: Int) -> Int {
    guard let submission = submissions.first, submission.problem == nil else { return 0 }
    return (2 * points(submission, index).hundredths * unit + 100) / 200
  }
}
