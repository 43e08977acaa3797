import Platform
import Vocabulary

/// What came of all copies of a lesson that were handed in.
public struct GradeBook: Sendable {
  /// The file's name.
  public let lesson: String
  public let questions: [Question]
  /// In the order of the students' names.
  public let submissions: [GradedSubmission]
  /// Files that were found and are no copies, as they are reported.
  public let passedOver: [String]

  package init(
    lesson: String, questions: [Question], submissions: [GradedSubmission], passedOver: [String] = []
  ) {
    self.lesson = lesson
    self.questions = questions
    self.submissions = submissions
    self.passedOver = passedOver
  }

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

/// What is graded: an exercise or a quiz.
public struct Question: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case exercise, quiz
  }

  public let id: String
  public let kind: Kind
  public let points: Int

  /// The questions of a lesson in the order of its file.
  package static func all(of document: Document) -> [Question] {
    document.steps.compactMap { step in
      switch step {
      case .block: nil
      case .exercise(let exercise): Question(id: exercise.id, kind: .exercise, points: exercise.points)
      case .quiz(let quiz): Question(id: quiz.id, kind: .quiz, points: quiz.points)
      }
    }
  }
}

/// What is said of one answer.
public struct Grade: Sendable, Equatable {
  public enum Verdict: String, Sendable, CaseIterable {
    case right, wrong
    /// Left as it was handed out.
    case blank
    /// Its block or its options are not in the copy.
    case missing
    /// It does not run.
    case failed
    case overBudget = "over budget"
    /// It ended the program that ran it, which no answer should; a person has to look at it.
    case crashed
    /// Something is answered, but not so that a program understands it.
    case unclear = "to be looked at"
  }

  public let verdict: Verdict
  /// Why it is not right; empty where the verdict says all.
  public let message: String
  /// What was answered, as it is in the copy: commands, or the letters of options; empty where nothing was, or where the
  /// program that ran it ended.
  public private(set) var answer = ""

  /// A teacher reads these beside many others; what is longer is cut.
  private static let longest = 300

  package init(_ verdict: Verdict, _ message: String = "", answer: String = "") {
    self.verdict = verdict
    self.message = message.shown(atMost: Self.longest)
    self.answer = answer.shown(atMost: Self.longest)
  }

  /// The same with what was answered.
  func answered(_ answer: String) -> Grade { Grade(verdict, message, answer: answer) }

  init(_ judgement: Judgement) {
    switch judgement.verdict {
    case .right: self.init(.right)
    case .wrong(let message): self.init(.wrong, message)
    case .failed(let failure):
      self.init(failure.kind == .limit || failure.kind == .interrupted ? .overBudget : .failed, failure.message)
    case .undecided: self.init(.missing, "the key is not in this lesson")
    }
  }
}

/// What came of a copy that was handed in.
public struct GradedSubmission: Sendable, Equatable {
  public let file: SubmissionFile
  /// Why it was not read; its answers have no grades then.
  public internal(set) var problem: String?
  /// One for each question, in their order.
  public internal(set) var grades: [Grade] = []
  /// What was read, as its fingerprint tells it.
  var content = ""

  init(_ file: SubmissionFile) {
    self.file = file
    problem = file.problem
  }

  /// What a student answered elsewhere than in a file.
  package init(student: String, grades: [Grade]) {
    file = SubmissionFile(student: student, location: BytePath(""), problem: nil)
    self.grades = grades
  }
}
