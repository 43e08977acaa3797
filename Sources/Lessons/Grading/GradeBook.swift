/// What came of all copies of a lesson that were handed in.
public struct GradeBook: Sendable {
  /// The file's name.
  public let lesson: String
  public let questions: [Question]
  /// In the order of the students' names.
  public let submissions: [GradedSubmission]

  /// The most points that can be had.
  public var possible: Int { questions.reduce(0) { $0 + $1.points } }

  /// The points for an answer: all or none.
  func points(_ submission: GradedSubmission, _ index: Int) -> Int {
    submission.grades.indices.contains(index) && submission.grades[index].verdict == .right
      ? questions[index].points : 0
  }

  public func points(_ submission: GradedSubmission) -> Int {
    questions.indices.reduce(0) { $0 + points(submission, $1) }
  }

  /// How many of those who were read have a verdict on a question.
  func count(_ verdict: Grade.Verdict, of index: Int) -> Int {
    submissions.count { $0.grades.indices.contains(index) && $0.grades[index].verdict == verdict }
  }

  /// The submissions that could be read.
  var read: [GradedSubmission] { submissions.filter { $0.problem == nil } }

  /// The share of those who were read, in whole percent.
  func percentRight(of index: Int) -> Int {
    let all = read.count
    return all == 0 ? 0 : (100 * count(.right, of: index) + all / 2) / all
  }
}
